// Proves which blocks of addresses the pack takes for everybody, in whatever parts and form they are written.
import { expect } from "chai";
import { areEverybody } from "../../policy/addresses.ts";

const everybody: readonly string[][] = [
  ["0.0.0.0/0"],
  ["1.2.3.4/0"],
  ["::/0"],
  ["0:0:0:0:0:0:0:0/0"],
  ["0.0.0.0/1", "128.0.0.0/1"],
  ["128.0.0.0/1"],
  ["3.0.0.0/8", "5.0.0.0/8"],
  ["10.0.0.0/7"],
  ["2000::/3"],
  ["8000::/1", "::/1"],
];
const somebody: readonly string[][] = [
  [],
  ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
  ["fd00::/8"],
  ["3.0.0.0/8", "3.1.0.0/16", "3.0.0.0/8"],
  ["130.149.0.0/16", "141.0.0.0/12"],
  ["2600:1f18::/32", "2600:1f18:1:100::/56"],
  ["pl-1", "anybody", "1.2.3/0", "1.2.3.4/33", "1.2.3.400/0", "1::2::3/0", "12345::/0", "::/129", "1.2.3.4"],
];

describe("a rule's addresses", () => {
  for (const blocks of everybody)
    it(`are everybody: ${blocks.join(", ")}`, () => {
      expect(areEverybody(blocks)).to.be.true;
    });
  for (const blocks of somebody)
    it(`are somebody's: ${blocks.join(", ")}`, () => {
      expect(areEverybody(blocks)).to.be.false;
    });
});
