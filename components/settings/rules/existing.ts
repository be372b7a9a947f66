import { isOpaque } from "../secret.ts";
import type { Given } from "../shape/shape.ts";
import { faultIf, type Rule } from "./rule.ts";

const existing = "fileSystem.existing";

/** A file system is taken by its id. */
const id: Rule = {
  looksAt: [existing],
  check: ({ given: { fileSystem } }) =>
    faultIf(fileSystem?.existing !== undefined && fileSystem.existing.id === undefined, () => ({
      path: `${existing}.id`,
      rule: "must be said",
      got: "nothing",
      fix: "Give the id that `aws efs describe-file-systems` shows, like fs-0123456789abcdef0.",
    })),
};

/** Beside `create` it is not clear whether it is meant. */
const isAdopted = (fileSystem: Given["fileSystem"]): boolean =>
  fileSystem?.existing !== undefined && fileSystem.create === undefined;

/**
 * Homes that are there already lie somewhere, and nobody may guess where: a wrong guess is an empty home for everybody.
 */
const said = (path: "homesPath" | "usernames", fix: string): Rule => ({
  looksAt: [path],
  check: ({ given }) =>
    faultIf(isAdopted(given.fileSystem) && given[path] === undefined, () => ({
      path,
      rule: `must be said with \`${existing}\`: where homes lie on it is not to be guessed`,
      got: "nothing",
      fix,
    })),
});

const homesPath = said(
  "homesPath",
  "Give the directory that holds the homes, like /homes, and `homeDirectory` if they are not called home-{username}; `npm run plan` shows the path of bob.smith's home.",
);

const usernames = said(
  "usernames",
  "Say `safe` for directories as Zero to JupyterHub 4 names them (bob-smith---365b77fb), `escape` for version 3 (bob-2esmith).",
);

export const existingRules: readonly Rule[] = [id, homesPath, usernames];

/** The program looks the file system up, before anything is made. */
export const plainIdRule: Rule = {
  looksAt: [`${existing}.id`],
  check: ({ given: { fileSystem } }) =>
    faultIf(isOpaque(fileSystem?.existing?.id), () => ({
      path: `${existing}.id`,
      rule: "must be plain text, by which the file system is looked up",
      got: "a secret",
      fix: "Write it without `secure:`; an id opens nothing.",
    })),
};
