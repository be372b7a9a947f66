// Proves that the rules of single resources say nothing of what stacks of this release were made of, as the identity tests
// recorded it: every cell, every part, an existing file system, a stack that is retained. Of the file system's policy: documents.test.ts.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Resource } from "../../policy/rule.ts";
import { resourceRules } from "../../policy/rules/rules.ts";
import { plainSecrets } from "../../policy/rules/secretValues.ts";
import { isProperties, type Properties } from "../../policy/value.ts";

const folder = path.resolve(import.meta.dirname, "..", "engine", "identity", "recorded");
const names = [
  "non-root-static",
  "non-root-dynamic",
  "root-static",
  "root-dynamic",
  "everything",
  "existing",
  "retained",
];

/** How a record marks a secret. */
const isHidden = (value: unknown): boolean => isProperties(value) && "(secret)" in value;

/** What is recorded of a resource, under a key such as `one$another$type::name`. */
interface Recorded {
  readonly inputs?: Properties;
  readonly parent?: string;
  readonly protect?: boolean;
}

function resources(name: string): Resource[] {
  const text = readFileSync(path.join(folder, `${name}.json`), "utf8");
  const recorded = (JSON.parse(text) as { resources: Readonly<Record<string, Recorded>> }).resources;
  const seen = (urn: string): Resource => {
    const { inputs = {}, parent, protect = false } = recorded[urn] ?? {};
    const [types = "", called = ""] = urn.split("::");
    const type = types.slice(types.lastIndexOf("$") + 1);
    return {
      urn,
      type,
      name: called,
      props: inputs,
      protect,
      ...(parent !== undefined && { parent: seen(parent) }),
    };
  };
  return Object.keys(recorded).map(seen);
}

describe("the policy pack on recorded stacks", () => {
  for (const name of names) {
    it(`says nothing of ${name}`, () => {
      const all = resources(name);
      const said = resourceRules.flatMap((rule) => all.flatMap((one) => rule.faultsOf(one)));
      expect(all.length).to.be.above(10);
      expect(said).to.be.empty;
    });
  }

  it("finds no secret in plain in what the hub is given", () => {
    const found = names.flatMap((name) =>
      resources(name).flatMap(({ type, props }) => plainSecrets({ type, props, isHidden })),
    );
    expect(found.map(({ path }) => path)).to.be.empty;
    const open = resources("everything").flatMap(({ type, props }) =>
      plainSecrets({ type, props, isHidden: () => false }),
    );
    expect(open).not.to.be.empty;
  });

  it("would say something of them: protection alone is what many rest on", () => {
    const [{ faultsOf }] = resourceRules.filter((rule) => rule.name === "protected") as [
      (typeof resourceRules)[number],
    ];
    const bare = resources("everything").map(({ parent: _parent, ...one }) => ({ ...one, protect: false }));
    expect(bare.flatMap((one) => faultsOf(one))).to.have.length(3);
  });
});
