import { execa } from "execa";
import { Failure } from "../failure.ts";

/** The Go release that the tools' modules ask for; an older Go from 1.21 on fetches it by itself. */
const goRelease = [1, 26] as const;

/** Fails, with the way to get it, when there is no Go that can build the tools. */
export async function requireGo(variables: NodeJS.ProcessEnv = process.env): Promise<void> {
  const { exitCode, stdout } = await execa("go", ["env", "GOVERSION", "GOTOOLCHAIN"], {
    reject: false,
    env: variables,
    extendEnv: false,
  });
  const get =
    "Install Go 1.26 or newer (https://go.dev/dl/, or `brew install go`, `snap install go --classic`) and run this again.";
  if (exitCode !== 0)
    throw new Failure(
      `Go is missing: the first run builds Pulumi, Kubernetes, Helm and kwok from source.\n${get}`,
    );
  const [version = "", toolchain = ""] = stdout.split("\n");
  if (!canBuild(version, toolchain))
    throw new Failure(
      `Go is too old: the tools need 1.26 or newer, found ${version} (GOTOOLCHAIN=${toolchain}).\n${get}`,
    );
}

/** Whether this Go is new enough, or old but able to fetch the release that a module names. */
export function canBuild(version: string, toolchain: string): boolean {
  const [, major = 0, minor = 0] = (/^go(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  const atLeast = (wanted: number): boolean => major > 1 || (major === 1 && minor >= wanted);
  return atLeast(goRelease[1]) || (atLeast(21) && !toolchain.startsWith("local") && toolchain !== "path");
}

/** Fails, with the way to get it, when there is no Python that can make the AWS stand-in's environment. */
export async function requirePython(variables: NodeJS.ProcessEnv = process.env): Promise<string> {
  const ask = "import sys; print('%d.%d' % sys.version_info[:2]); import venv, ensurepip";
  const { exitCode, stdout, stderr } = await execa("python3", ["-c", ask], {
    reject: false,
    env: variables,
    extendEnv: false,
  });
  if (stdout.trim() === "") {
    throw new Failure(
      "Python 3 is missing: the AWS stand-in (moto) runs on it.\nInstall Python 3.10 or newer (https://www.python.org/downloads/, or `apt install python3 python3-venv`, `brew install python`) and run this again.",
    );
  }
  const [, minor = 0] = stdout.trim().split(".").map(Number);
  if (minor < 10)
    throw new Failure(
      `Python is too old: the AWS stand-in (moto) needs 3.10 or newer, found ${stdout.trim()}.`,
    );
  if (exitCode !== 0) {
    throw new Failure(
      `Python lacks a part that the AWS stand-in's environment needs: ${stderr.split("\n").at(-1) ?? ""}.\nInstall it (Debian, Ubuntu: \`apt install python3-venv\`) and run this again.`,
    );
  }
  return stdout.trim();
}
