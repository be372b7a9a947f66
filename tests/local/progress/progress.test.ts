// Proves what is told of a step, with a clock of its own. Does not prove how it looks on a real terminal.
import { expect } from "chai";
import { Progress } from "../../../local/progress/progress.ts";

describe("Progress", () => {
  const tell = (isTTY: boolean): { progress: Progress; told: () => string } => {
    let text = "";
    let time = 0;
    const stream = { isTTY, write: (part: string) => (text += part) };
    return { progress: new Progress(stream, () => (time += 1_500)), told: () => text };
  };

  it("tells a step's begin and its end with the time, as lines", async () => {
    const { progress, told } = tell(false);
    expect(await progress.step("building it", () => Promise.resolve(7))).to.equal(7);
    expect(told()).to.equal("  building it …\n  building it: done in 1.5 s\n");
  });

  it("leaves one line of a step on a terminal", async () => {
    const { progress, told } = tell(true);
    await progress.step("building it", () => Promise.resolve());
    expect(told().split("\n")).to.have.length(2);
    expect(told()).to.match(/\r\u001B\[2K {2}building it: done in 1\.5 s\n$/);
  });

  it("says that a step failed, and passes its error on", async () => {
    const { progress, told } = tell(false);
    const failed = await progress.step("building it", () => Promise.reject(new Error("no"))).catch(String);
    expect(failed).to.equal("Error: no");
    expect(told()).to.contain("building it: stopped after 1.5 s");
  });
});
