// Proves which values fit a declaration, and that faults name the path and never the value.
import { expect } from "chai";
import { violations } from "../../../../../local/providers/engine/declarations/conform.ts";
import type { Members } from "../../../../../local/providers/engine/declarations/shape.ts";
import { unknown } from "../../../../../local/providers/engine/values.ts";

const types: Record<string, Members> = { User: { uid: { shape: { kind: "number" }, optional: false } } };
const members: Members = {
  name: { shape: { kind: "string" }, optional: false },
  users: { shape: { kind: "list", of: { kind: "object", name: "User" } }, optional: true },
  tags: { shape: { kind: "map", of: { kind: "string" } }, optional: true },
  size: { shape: { kind: "union", of: [{ kind: "string" }, { kind: "number" }] }, optional: true },
  kind: { shape: { kind: "literal", value: "Thing" }, optional: true },
  open: { shape: { kind: "any" }, optional: true },
};
const faults = (value: object): string[] =>
  violations(value as never, members, types).map(({ property, reason }) => `${property}: ${reason}`);

describe("violations", () => {
  it("are none for what was declared", () => {
    expect(
      faults({ name: "x", users: [{ uid: 1 }], tags: { a: "b" }, size: 3, kind: "Thing", open: [1] }),
    ).to.deep.equal([]);
  });

  it("name an unknown property and the nearest known one", () => {
    expect(faults({ nam: "x", name: "x" })).to.deep.equal([
      'nam: there is no such property; did you mean "name"?',
    ]);
  });

  it("name what is missing", () => {
    expect(faults({})).to.deep.equal(["name: is required, but missing"]);
    expect(faults({ name: "x", users: [{}] })).to.deep.equal(["users[0].uid: is required, but missing"]);
  });

  it("name a wrong type at any depth, and never the value", () => {
    expect(faults({ name: { secret: "hush" } })).to.deep.equal(["name: must be a string, not an object"]);
    expect(faults({ name: "x", users: [{ uid: "hush" }] })).to.deep.equal([
      "users[0].uid: must be a number, not a string",
    ]);
    expect(faults({ name: "x", tags: { a: 1 } })).to.deep.equal(["tags.a: must be a string, not a number"]);
    expect(faults({ name: "x", kind: "Other" })).to.deep.equal(['kind: must be "Thing", not a string']);
    expect(faults({ name: "x", size: true })).to.deep.equal(["size: must be a string, not a boolean"]);
  });

  it("are none for what is not known yet", () => {
    expect(faults({ name: unknown, users: [{ uid: unknown }] })).to.deep.equal([]);
  });
});
