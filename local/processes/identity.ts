import { readFileSync } from "node:fs";
import { execaSync } from "execa";

/** When a process started, as a text that no later process with the same number shares; nothing if it is gone. */
export function startOf(pid: number): string | undefined {
  return process.platform === "linux" ? startOnLinux(pid) : startByPs(pid);
}

function startOnLinux(pid: number): string | undefined {
  try {
    const start = startInStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
    if (start === undefined) return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${start}`;
  } catch {
    return undefined;
  }
}

/** The start time out of a `/proc/<pid>/stat`: field 22; a zombie counts as gone. */
export function startInStat(stat: string): string | undefined {
  // The second field is the name in brackets, which may hold blanks and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

function startByPs(pid: number): string | undefined {
  const { stdout, exitCode } = execaSync("ps", ["-o", "lstart=", "-p", String(pid)], { reject: false });
  return exitCode === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}
