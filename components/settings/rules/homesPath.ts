import { Usernames } from "../choices.ts";
import type { Fault } from "../fault.ts";
import { show } from "../show.ts";
import type { Rule } from "./rule.ts";

const MAX_LEVELS = 3;
const MAX_LENGTH = 100;

/** How long `{username}` can become. */
const longestUsername = {
  /** KubeSpawner cuts safe slugs there. */
  [Usernames.Safe]: 48,
  /** KubeSpawner cuts nothing. It is our bound, that of a Kubernetes label, which carries the name too. */
  [Usernames.Escape]: 63,
} as const;

/** A part of a path as EFS takes it. https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html */
const part = /^(?!\.)[^$#<>;`|&?{}^*/\p{C}]+$/u;

/** The directory that holds the homes. EFS takes four levels; a home is one of them. */
export const homesPathRule: Rule = {
  looksAt: ["homesPath", "hub.name"],
  check: ({ settings }) => {
    const { homesPath: path } = settings;
    const parts = path.split("/").slice(1);
    const fault = (rule: string, fix: string): Fault[] => [
      { path: "homesPath", rule, got: show(path, "homesPath"), fix },
    ];
    if (!path.startsWith("/")) return fault("must be absolute", `Begin it with a slash: "/${path}".`);
    if (path === "/") {
      return fault("must not be the root of the file system", 'Name a directory, like "/homes".');
    }
    const wrong = parts.find((name) => !part.test(name));
    if (wrong === "") return fault("must have no empty part", "Write each slash once, and none at the end.");
    if (wrong !== undefined) {
      return fault(
        "must have parts that EFS takes: none begins with a dot or has one of $#<>;`|&?{}^*",
        `Write another name in place of ${show(wrong, "homesPath")}.`,
      );
    }
    if (parts.length > MAX_LEVELS) {
      return fault(`must have at most ${MAX_LEVELS} levels`, "EFS takes four, and a home is the fourth.");
    }
    return [];
  },
};

/** EFS takes paths of at most 100 characters. */
export const homeLengthRule: Rule = {
  looksAt: ["homesPath", "homeDirectory", "usernames", "hub.name"],
  check: ({ settings: { homesPath, homeDirectory, usernames } }) => {
    const name = longestUsername[usernames];
    const length = homesPath.length + 1 + homeDirectory.replace("{username}", "").length + name;
    if (length <= MAX_LENGTH) return [];
    return [
      {
        path: "homesPath",
        rule: `must leave room for the longest home in ${MAX_LENGTH} characters: with \`homeDirectory\` and a user name of ${name} it has ${length}`,
        got: show(homesPath, "homesPath"),
        fix: `Shorten \`homesPath\` or \`homeDirectory\` by ${length - MAX_LENGTH}.`,
      },
    ];
  },
};
