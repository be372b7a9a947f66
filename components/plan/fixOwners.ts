import { FixOwners } from "../settings/choices.ts";
import { claimNames } from "../settings/names.ts";
import { HOMES_MOUNT, homesJob } from "./homesJob.ts";
import type { HomesSettings } from "./homesSettings.ts";
import type { JobManifest } from "./plan.ts";

type FixSettings = Pick<HomesSettings, "fixOwners" | "posix" | "hub">;

/**
 * The job that hands homes over to `posix`, once, as root, through the access point that enforces nobody. Undefined:
 * nothing was asked for. Links are never followed: a user's own link must not lead root out of the homes.
 */
export function planFixOwners(settings: FixSettings): JobManifest | undefined {
  const { fixOwners, posix } = settings;
  if (fixOwners === FixOwners.Nothing) return undefined;
  const { uid, gid } = posix;
  return homesJob(settings, {
    name: `fix-owners-of-${fixOwners}-to-${uid}-${gid}`,
    container: "fix-owners",
    claimName: claimNames.plain,
    command: ["find", HOMES_MOUNT, ...depth[fixOwners], ...strangers(uid, gid), ...handOver(uid, gid)],
    securityContext: { runAsUser: 0, capabilities: { drop: ["ALL"], add: ["CHOWN", "DAC_READ_SEARCH"] } },
  });
}

const depth = {
  [FixOwners.Directories]: ["-maxdepth", "1", "-type", "d"],
  [FixOwners.Files]: ["-xdev"],
} as const;

const strangers = (uid: number, gid: number) =>
  ["(", "!", "-uid", String(uid), "-o", "!", "-gid", String(gid), ")"] as const;

const handOver = (uid: number, gid: number) =>
  ["-exec", "chown", "--no-dereference", `${uid}:${gid}`, "{}", "+"] as const;
