/**
 * Proves: a stack file's values come out as the engine hands them to a program. The table was taken from
 * `pulumi preview` 3.x with a program that prints its config.
 * Does not prove: that a later engine reads them the same way.
 */
import { expect } from "chai";
import { parseStackFile } from "../../../../components/settings/stackFile/stackFile.ts";

const valueOf = (source: string): unknown =>
  (parseStackFile(`config:\n  jupyterhub-efs:it: {value: ${source}}\n`).it as { value: unknown }).value;

const seen: readonly (readonly [source: string, value: unknown])[] = [
  ["2026-08-10", "2026-08-10 00:00:00 +0000 UTC"],
  ["2026-8-1", "2026-08-01 00:00:00 +0000 UTC"],
  ["2026-8-1 1:2:3", "2026-08-01 01:02:03 +0000 UTC"],
  ["2026-08-10T12:00:00Z", "2026-08-10 12:00:00 +0000 UTC"],
  ["2026-08-10 12:00:00", "2026-08-10 12:00:00 +0000 UTC"],
  ["2026-08-10T12:00:00.5+02:00", "2026-08-10 12:00:00.5 +0200 +0200"],
  ["2026-08-10T12:00:00.120Z", "2026-08-10 12:00:00.12 +0000 UTC"],
  ["2026-08-10T12:00:00+00:00", "2026-08-10 12:00:00 +0000 UTC"],
  ["2026-13-40", "2026-13-40"],
  ['"2026-08-10"', "2026-08-10"],
  ["0755", 493],
  ["-0755", -493],
  ["0o755", 493],
  ["0o9", "0o9"],
  ["0899", 899],
  ["08", 8],
  ["00", 0],
  ["0x1F", 31],
  ["+0x1F", 31],
  ["0x", "0x"],
  ["0b101", 5],
  ["1_000", 1000],
  ["1_000_", 1000],
  ["_1", "_1"],
  ["1_0.5", 10.5],
  ["12_3.4e1_0", 1234000000000],
  ["012345678901", 12345678901],
  ["12345678901234567890", 12345678901234567000],
  ["1.0", 1],
  ["4.10", 4.1],
  ["4.4.0", "4.4.0"],
  [".5", 0.5],
  [".5_0", 0.5],
  ["5.", 5],
  ["1.e5", 100000],
  ["1e3", 1000],
  ["1E-3", 0.001],
  ["1e400", "1e400"],
  ["0.1e", "0.1e"],
  ["+1", 1],
  ["-12", -12],
  ["-.5", -0.5],
  ["-0", 0],
  ["1:30", "1:30"],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["False", false],
  ["tRue", "tRue"],
  ["yes", "yes"],
  ["no", "no"],
  ["on", "on"],
  ["y", "y"],
  ["=", "="],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["", null],
  ['""', ""],
  ['"0755"', "0755"],
  ['"a\\tb"', "a\tb"],
  ["'it''s'", "it's"],
  ["!!str 12", "12"],
  ["!!str 2026-08-10", "2026-08-10"],
  ['!!int "12"', 12],
  ["!!binary aGVsbG8=", "hello"],
  ["{}", {}],
  ["[]", []],
  ["!!set {a, b}", { a: null, b: null }],
  ["[1, a, 2026-08-10, null, yes]", [1, "a", "2026-08-10 00:00:00 +0000 UTC", null, "yes"]],
  [
    "{a: 1, 2: two, true: t, 2026-08-10: d}",
    { a: 1, 2: "two", true: "t", "2026-08-10 00:00:00 +0000 UTC": "d" },
  ],
  ["{~: 1}", { "<nil>": 1 }],
  ["{<<: {x: 1, y: 2}, y: 3}", { x: 1, y: 3 }],
  ["{z: 1, <<: [{x: 1}, {x: 2, y: 2}]}", { x: 1, y: 2, z: 1 }],
  ["{secure: 5}", { secure: 5 }],
  ["{secure: abc, y: 1}", { secure: "abc", y: 1 }],
];

describe("a value of a stack file", () => {
  for (const [source, value] of seen) {
    it(`\`${source}\` is ${JSON.stringify(value)}`, () => {
      expect(valueOf(source)).to.deep.equal(value);
      expect(Object.is(valueOf(source), -0)).to.equal(false);
    });
  }

  it("a block text keeps its lines", () => {
    const text = "config:\n  jupyterhub-efs:it:\n    value: |\n      a\n      b\n";
    expect(parseStackFile(text)).to.deep.equal({ it: { value: "a\nb\n" } });
  });
});
