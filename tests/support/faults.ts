import { expect } from "chai";
import { checkProgramSettings } from "../../components/settings/check.ts";
import type { Fault } from "../../components/settings/fault.ts";

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The least that a hub has to say: with a way to sign in that has no secret, and of which nothing is warned. */
export const leastHub = {
  database: { kind: "claim", storageClassName: "gp3" },
  signIn: {
    kind: "ldap",
    serverAddress: "ldap.example.org",
    bindDnTemplates: ["uid={username},ou=people,dc=example,dc=org"],
    everyone: true,
  },
};

/** The least that a stack has to say, with `raw` over it. */
export const stackOf = (raw: Raw = {}): Raw => {
  const hub = { ...leastHub, ...(isRaw(raw.hub) ? raw.hub : {}) };
  return { cluster: { existing: { name: "research" } }, ...raw, hub: isRaw(raw.hub ?? {}) ? hub : raw.hub };
};

/** Every fault of a stack that says `raw` over the least. */
export function faultsOf(raw: Raw = {}): readonly Fault[] {
  const checked = checkProgramSettings(stackOf(raw));
  return "faults" in checked ? checked.faults : [];
}

/** One fault, at that place, with that in its rule. */
export function expectFault(raw: Raw, path: string, rule: RegExp): Fault {
  const faults = faultsOf(raw);
  expect(faults.map((fault) => fault.path)).to.deep.equal([path]);
  const [fault = { path, rule: "", got: "", fix: "" }] = faults;
  expect(fault.rule).to.match(rule);
  return fault;
}

/** No fault at all. */
export const expectNone = (raw: Raw): void => {
  expect(faultsOf(raw)).to.deep.equal([]);
};
