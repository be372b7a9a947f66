import type { Fault } from "../../settings/fault.ts";
import { claimNames, hubDatabaseClaim } from "../../settings/names.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { sharedFolders } from "../sharedFolders.ts";
import { hasOnlyOwnFields, mayBe } from "../templates.ts";
import { EACH, valuesAt } from "../valuesAt.ts";
import { EFS_CSI_DRIVER } from "../volume.ts";

type VolumeSettings = Pick<Settings, "sharedFolders"> & { readonly hub: Pick<Settings["hub"], "values"> };

/** Volumes by which every user would reach all homes, or the hub's own data. */
export const volumeFaults = (settings: VolumeSettings): Fault[] =>
  valuesAt(settings.hub.values, ["singleuser", "storage", "extraVolumes", EACH], "hub.values").flatMap(
    (volume) =>
      rules.flatMap(({ at, because, fix }) =>
        valuesAt(volume.value, at, volume.path).flatMap(({ path, value }) => {
          const reason = value === null ? undefined : because(value, settings);
          return reason === undefined
            ? []
            : [{ path, rule: `may not be set, because it ${reason}`, got: show(value, path), fix }];
        }),
      ),
  );

interface VolumeRule {
  readonly at: readonly string[];
  readonly because: (value: unknown, settings: VolumeSettings) => string | undefined;
  readonly fix: string;
}

const rules: readonly VolumeRule[] = [
  {
    at: ["nfs"],
    because: () => "is mounted by the node, without TLS and past every access point",
    fix: "make a volume and a claim of your own outside of the homes, and name the claim",
  },
  {
    at: ["hostPath"],
    because: () => "shows the node's files, among which the homes of the users on that node are mounted",
    fix: "use an emptyDir, or a claim of your own",
  },
  {
    at: ["csi", "driver"],
    because: (driver) =>
      driver === EFS_CSI_DRIVER ? "mounts a file system past the hub's access points" : undefined,
    fix: "leave it out: homes are mounted already",
  },
  {
    at: ["persistentVolumeClaim", "claimName"],
    because: claimReason,
    fix: "name a claim of your own, on a volume without homes; `{username}` may follow a text, like data-{username}",
  },
];

/** A claim whose name begins like a home's is told by a rule of the settings. */
function claimReason(claim: unknown, settings: VolumeSettings): string | undefined {
  if (Object.values(claimNames).some((name) => mayBe(claim, name)))
    return "is the claim on all homes, or may be";
  if (mayBe(claim, hubDatabaseClaim))
    return "is the hub's own database, with every user's tokens in it, or may be";
  // A claim that a pod has twice keeps it from starting.
  if (sharedFolders(settings).some((folder) => mayBe(claim, folder.claim)))
    return "is the claim of a shared folder, or may be: servers have it already";
  return typeof claim === "string" && !hasOnlyOwnFields(claim) ? "is a claim that users name" : undefined;
}
