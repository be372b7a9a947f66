// Proves that recorded processes are ended, and a stranger with a recorded number is not. Uses small Node processes;
// does not prove that every program of the environment ends on request.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { isRunning, readRecords, writeRecord } from "../../../local/processes/record.ts";
import { stopProcesses } from "../../../local/processes/stop.ts";

describe("stopProcesses", () => {
  let folder: string;
  const children: ChildProcess[] = [];

  const sleeper = async (script = ""): Promise<number> => {
    const code = `${script}; console.log("up"); setInterval(() => {}, 1000)`;
    const child = spawn(process.execPath, ["-e", code], {
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    children.push(child);
    await once(child.stdout, "data");
    return child.pid ?? 0;
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "stop-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  });

  it("ends what is recorded and removes the records", async () => {
    const record = await writeRecord(folder, "sleeper", await sleeper());
    expect(isRunning(record)).to.equal(true);
    expect(await stopProcesses(folder)).to.equal(1);
    expect(isRunning(record)).to.equal(false);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("ends a process that ignores the request", async () => {
    const record = await writeRecord(folder, "stubborn", await sleeper(`process.on("SIGTERM", () => {})`));
    expect(await stopProcesses(folder)).to.equal(1);
    expect(isRunning(record)).to.equal(false);
  });

  it("leaves a process alone that started at another time than the recorded one", async () => {
    const pid = await sleeper();
    const actual = await writeRecord(folder, "stranger", pid);
    await writeFile(path.join(folder, "stranger.json"), JSON.stringify({ ...actual, start: "another time" }));
    expect(await stopProcesses(folder)).to.equal(0);
    expect(isRunning(actual)).to.equal(true);
  });

  it("passes over a record that was cut off", async () => {
    await writeFile(path.join(folder, "cut.json"), `{"name": "cu`);
    expect(await readRecords(folder)).to.deep.equal([]);
  });
});
