/**
 * Proves: the plan of each cell, as text and as JSON, is what golden/ holds, letter for letter.
 * Does not prove: that it is right; other tests judge its parts. `GOLDEN=write npm run -s test:unit` writes anew: look at
 * the difference before it is kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { planJson } from "../../cli/planJson.ts";
import { planText } from "../../cli/planText.ts";
import { plain } from "../../cli/table.ts";
import { cells } from "../support/settings.ts";
import { planned, stackFileOf } from "./stacks.ts";

function expectGolden(name: string, text: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.GOLDEN === "write") writeFileSync(file, `${text}\n`);
  expect(`${text}\n`).to.equal(readFileSync(file, "utf8"));
}

describe("the golden plans", () => {
  for (const { userMode, provisioning, title } of cells) {
    const name = `${userMode}-${provisioning}`;
    it(`hold ${title} as text`, () => {
      expectGolden(`${name}.txt`, planText(planned(stackFileOf(userMode, provisioning)), plain));
    });

    it(`hold ${title} as JSON`, () => {
      expectGolden(`${name}.json`, planJson(planned(stackFileOf(userMode, provisioning)).plan));
    });
  }

  it("hold what is not known without surroundings", () => {
    expectGolden("not-looked-up.txt", planText(planned(stackFileOf("non-root", "static"), false), plain));
  });
});
