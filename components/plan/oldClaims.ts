import { Provisioning } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { isOfCopies } from "./copiesTaken.ts";
import { isOrWas } from "./lettingGo.ts";
import { changesOf, type HomesRecord, homesRecord, toldOf } from "./record.ts";

/** Where claims that users have lead to, and as whom: the driver's access points keep both for ever. */
const led = ["homesPath", "homeDirectory", "usernames", "posix.uid", "posix.gid"];
const leadsClaims = (path: string): boolean =>
  led.includes(path) || (path.startsWith("fileSystem.") && !isOfCopies(path));

const inPlace = "claims, their volumes and their access points (docs/moves.md#another-directory)";

/**
 * What to do about users' claims when homes move on the file system, or to another one: an access point's path that is gone
 * EFS makes again, empty. https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
 */
export function claimsAdvice(path: string, last: HomesRecord, next: HomesRecord): string[] {
  const kinds = [last.provisioning, next.provisioning];
  if (path === "provisioning")
    return next.provisioning === Provisioning.Dynamic
      ? [
          `Claims of an earlier time in dynamic provisioning lead where they led then: if homes have moved since, or have another owner, delete ${inPlace} first.`,
        ]
      : [];
  return leadsClaims(path) && kinds.includes(Provisioning.Dynamic)
    ? [
        `Claims that users have lead to the old place for ever, and EFS makes a directory that is gone again, empty: before anybody's server starts, delete ${inPlace}.`,
      ]
    : [];
}

/** The same in the update that the word lets through, and for as long as it stands. */
export function oldClaimsWarning(settings: Settings): string | undefined {
  if (!isOrWas(settings, Provisioning.Dynamic)) return undefined;
  const words = changesOf(settings.movedFrom, toldOf(homesRecord(settings)))
    .map(({ path }) => path)
    .filter((path) => path in settings.movedFrom && leadsClaims(path));
  return words.length === 0
    ? undefined
    : `movedFrom (${words.join(", ")}): claims that users had before lead to the old place for ever, and EFS makes a directory that is gone again, empty: before anybody's server starts, delete ${inPlace}; then remove the word.`;
}
