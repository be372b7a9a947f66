/**
 * Proves: columns are aligned over all sections, a long value shifts no other, and no line ends in blanks.
 * Does not prove: what the sections say (golden.test.ts).
 */
import { expect } from "chai";
import { formatSections, plain } from "../../cli/table.ts";

describe("formatSections", () => {
  it("aligns labels, values and reasons over all sections", () => {
    const text = formatSections(
      [
        { title: "One", rows: [{ label: "a", value: "1", reason: "because" }] },
        {
          title: "Two",
          rows: [
            { label: "long label", value: "22", reason: "so" },
            { label: "b", value: "" },
          ],
        },
      ],
      plain,
    );
    expect(text).to.equal("One\n  a           1   because\n\nTwo\n  long label  22  so\n  b");
  });

  it("lets a value that is very long push only its own reason aside", () => {
    const long = "x".repeat(60);
    const text = formatSections(
      [
        {
          title: "T",
          rows: [
            { label: "a", value: long, reason: "r" },
            { label: "b", value: "y", reason: "s" },
          ],
        },
      ],
      plain,
    );
    expect(text.split("\n").slice(1)).to.deep.equal([`  a  ${long}  r`, "  b  y  s"]);
  });

  it("paints titles and reasons", () => {
    const paint = { ...plain, title: (text: string) => `<${text}>`, reason: (text: string) => `(${text})` };
    expect(formatSections([{ title: "T", rows: [{ label: "a", value: "b", reason: "c" }] }], paint)).to.equal(
      "<T>\n  a  b  (c)",
    );
  });
});
