// Proves that a process is told from another one with its number. Does not prove it for systems without /proc.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { startInStat, startOf } from "../../../local/processes/identity.ts";

describe("startOf", () => {
  it("is the same text each time for a process that runs", () => {
    expect(startOf(process.pid)).to.be.a("string");
    expect(startOf(process.pid)).to.equal(startOf(process.pid));
  });

  it("is nothing for a process that has ended", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "close");
    expect(startOf(child.pid ?? 0)).to.equal(undefined);
  });
});

describe("startInStat", () => {
  const fields = (state: string): string =>
    `${state} ${Array.from({ length: 48 }, (_, index) => 4 + index).join(" ")}`;

  it("is field 22, whatever the program's name holds", () => {
    expect(startInStat(`12 (a b) c) ${fields("S")}`)).to.equal("22");
  });

  it("is nothing for a zombie", () => {
    expect(startInStat(`12 (a) ${fields("Z")}`)).to.equal(undefined);
  });
});
