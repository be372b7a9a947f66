// Proves how durations are written. Proves nothing about how they are measured.
import { expect } from "chai";
import { duration } from "../../../local/progress/duration.ts";

describe("duration", () => {
  const cases: [milliseconds: number, text: string][] = [
    [40, "0.0 s"],
    [1_940, "1.9 s"],
    [9_949, "9.9 s"],
    [9_950, "10 s"],
    [59_400, "59 s"],
    [59_600, "1 min"],
    [190_000, "3 min 10 s"],
    [3_600_000, "60 min"],
  ];
  for (const [milliseconds, text] of cases) {
    it(`writes ${milliseconds} ms as ${text}`, () => {
      expect(duration(milliseconds)).to.equal(text);
    });
  }
});
