// Proves that the stand-in chart's schema takes what the real chart takes and refuses what it refuses, for the values that
// the program emits and for the known mistakes. Does not prove that the real schema is the same beyond these cases; and
// not how Helm merges defaults: the engine test of the charts asks Helm itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect } from "chai";
import { deepmergeCustom } from "deepmerge-ts";
import { parse } from "yaml";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { cells, settingsOf } from "../../support/settings.ts";
import { accepted, rejected } from "./goldenValues.ts";

const chart = join(import.meta.dirname, "..", "..", "..", "local", "charts", "jupyterhub");
const defaults = parse(readFileSync(join(chart, "values.yaml"), "utf8")) as object;
const schema = JSON.parse(readFileSync(join(chart, "values.schema.json"), "utf8")) as object;
const validate = new Ajv({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allowMatchingProperties: true,
}).compile(schema);
const merge = deepmergeCustom({ mergeArrays: false });

/** Helm takes a key that is null away before it asks the schema, where the chart has a default for it. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item)]));
}

const valid = (values: object): boolean => validate(withoutNulls(merge(defaults, values)));

describe("the stand-in chart of JupyterHub", function () {
  it("takes its own defaults", () => {
    expect(valid({}), JSON.stringify(validate.errors)).to.equal(true);
  });

  for (const { title, ...cell } of cells) {
    it(`takes what the program emits: ${title}`, () => {
      const values = planHubValues(settingsOf(cell), { vpcCidrs: ["52.0.0.0/24", "2001:db8::/56"] });
      expect(valid(values), JSON.stringify(validate.errors)).to.equal(true);
    });
  }

  for (const [what, values] of Object.entries(accepted)) {
    it(`takes ${what}`, () => {
      expect(valid(values), JSON.stringify(validate.errors)).to.equal(true);
    });
  }

  for (const [what, values] of Object.entries(rejected)) {
    it(`refuses ${what}`, () => {
      expect(valid(values)).to.equal(false);
    });
  }
});
