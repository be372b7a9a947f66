import { createHash } from "node:crypto";
import type { Usernames } from "../../components/settings/choices.ts";

const MAX_SLUG = 48;
const hash = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 8);

/** KubeSpawner 7's safe slug: the name itself where it is a good one, else what is good of it, and a hash. */
function safeSlug(name: string): string {
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) && !name.includes("--") && name.length <= MAX_SLUG)
    return name;
  const end = `---${hash(name)}`;
  const room = MAX_SLUG - end.length;
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, room)
    .replace(/-+$/, "");
  // Cut a second time, and then left as it is: a hyphen can end it.
  const started = /^[a-z]/.test(stem) ? stem : stem === "" ? "x" : `x-${stem.slice(0, room - 2)}`;
  return started + end;
}

/** The escaped name of KubeSpawner 6: each byte that is not a lower-case letter or digit as `-` and its digits. */
const escapedSlug = (name: string): string =>
  [...Buffer.from(name, "utf8")]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[a-z0-9]/.test(character) ? character : `-${byte.toString(16)}`;
    })
    .join("");

/** What `{username}` becomes for a user. */
export const slug: Record<Usernames, (name: string) => string> = { safe: safeSlug, escape: escapedSlug };

/** JupyterHub's own names for users: lower case, no slash, not blank at an end. */
export const normalName = (name: string): string => name.toLowerCase();
