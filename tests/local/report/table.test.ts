// Proves the form of tables.
import { expect } from "chai";
import { table } from "../../../local/report/table.ts";

describe("table", () => {
  it("aligns columns, and leaves no blanks at the ends of lines", () => {
    expect(
      table(
        ["a", "name"],
        [
          ["long", "x"],
          ["b", ""],
        ],
      ),
    ).to.equal("  a     name\n  long  x\n  b");
  });
});
