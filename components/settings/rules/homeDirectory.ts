import { Provisioning } from "../choices.ts";
import type { Fault } from "../fault.ts";
import { leaves } from "../path.ts";
import { claimNames, hubDatabaseClaim, sharedClaim } from "../names.ts";
import { show } from "../show.ts";
import { type Asked, faultIf, type Rule } from "./rule.ts";

const field = "{username}";

const faultOf = (template: string, rule: string, fix: string): Fault => ({
  path: "homeDirectory",
  rule,
  got: show(template, "homeDirectory"),
  fix,
});

/** What is the same for every home must be a safe name, and what is not must be the user's name, once. */
function templateFaults(template: string): Fault[] {
  const fault = (rule: string, fix: string): Fault[] => [faultOf(template, rule, fix)];
  const pieces = template.split(field);
  const literal = pieces.join("");
  const like = 'Write it like "home-{username}".';
  const unknown = /\{[^}]*\}/.exec(literal)?.[0];
  if (unknown !== undefined) {
    return fault(
      `must have no field but \`${field}\``,
      `Write \`${field}\` in place of ${unknown}; what becomes of a name is the setting \`usernames\`.`,
    );
  }
  if (pieces.length === 1) {
    return fault(`must have \`${field}\` in it, else every user has the same home`, like);
  }
  if (pieces.length > 2) return fault(`must have \`${field}\` only once`, like);
  if (template.includes("/")) {
    return fault("must be one directory, without `/`", "Put the directories above it into `homesPath`.");
  }
  if (template.startsWith(".") || template.includes("..")) {
    return fault("must not begin with a dot or have `..` in it", like);
  }
  if (template.startsWith("_")) {
    return fault("must not begin with `_`, which is for directories that are not homes", like);
  }
  if (!/^[\w.@+=,-]*$/.test(literal)) {
    return fault("must have only letters, digits and _.@+=,- beside the field", like);
  }
  return [];
}

const template: Rule = {
  looksAt: ["homeDirectory"],
  check: ({ settings }) => templateFaults(settings.homeDirectory),
};

/** In dynamic provisioning the directory's name is the claim's, and all claims of a namespace share one room. */
const claim: Rule = {
  looksAt: ["homeDirectory", "provisioning", "sharedFolders", "hub.values"],
  check: (asked) => {
    const { homeDirectory, provisioning } = asked.settings;
    if (provisioning !== Provisioning.Dynamic || templateFaults(homeDirectory).length > 0) return [];
    const [prefix = "", suffix = ""] = homeDirectory.split(field);
    const fault = (rule: string, fix: string) => faultOf(homeDirectory, rule, fix);
    if (prefix === "") {
      return [
        fault(
          "must begin with a text of its own in dynamic provisioning",
          'Write it like "home-{username}".',
        ),
      ];
    }
    if (!/^[a-z0-9][-a-z0-9]*$/.test(prefix) || !/^([-a-z0-9]*[a-z0-9])?$/.test(suffix)) {
      return [
        fault(
          "must make a claim's name in dynamic provisioning: lower-case letters, digits and hyphens, none at an end",
          'Write it like "home-{username}".',
        ),
      ];
    }
    const reached = otherClaims(asked).find((name) => canMeet(name, prefix));
    return faultIf(reached !== undefined, () =>
      fault(
        `must not begin like the claim \`${reached ?? ""}\`, which a user of the right name would mount as a home`,
        `Use another text before \`${field}\`.`,
      ),
    );
  },
};

/** Whether a claim's name, in which fields may stand for parts of a user's name, can begin like a home's. */
function canMeet(name: string, prefix: string): boolean {
  const [literal = "", ...fields] = name.split("{");
  return literal.startsWith(prefix) || (fields.length > 0 && prefix.startsWith(literal));
}

/** The claims of the namespace that are no homes: ours, the chart's, and those that the user's values name. */
const otherClaims = ({ given, settings }: Asked): string[] => [
  ...Object.values(claimNames),
  ...Object.keys(settings.sharedFolders).map(sharedClaim),
  hubDatabaseClaim,
  ...[...leaves(given.hub?.values)].flatMap(({ path, value }) =>
    ["claimName", "existingClaim"].includes(String(path.at(-1))) && typeof value === "string" ? [value] : [],
  ),
];

export const homeDirectoryRules: readonly Rule[] = [template, claim];
