// Proves how a line of Node's arguments is split, by cases of the shell's own rules. Does not compare with a shell.
import { expect } from "chai";
import { words } from "../../../local/language/words.ts";

describe("words", () => {
  const cases: [line: string, words: string[]][] = [
    ["", []],
    ["  ", []],
    ["--one  --two\t3 ", ["--one", "--two", "3"]],
    ["--title='a b' \"c d\"", ["--title=a b", "c d"]],
    ["''", [""]],
    ["a'b'\"c\"d", ["abcd"]],
    ["a\\ b", ["a b"]],
    ['"say \\"x\\" \\n"', ['say "x" \\n']],
    ["'\\n'", ["\\n"]],
  ];
  for (const [line, expected] of cases) {
    it(`splits ${JSON.stringify(line)}`, () => {
      expect(words(line)).to.deep.equal(expected);
    });
  }

  for (const line of ["--a 'b", 'c"', "d\\"]) {
    it(`refuses ${JSON.stringify(line)}, which does not end`, () => {
      expect(() => words(line)).to.throw("no end of the quotation");
    });
  }
});
