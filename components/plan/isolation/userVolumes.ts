import type { Fault } from "../../settings/fault.ts";
import { claimNames, hubDatabaseClaim } from "../../settings/names.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { EFS_CSI_DRIVER } from "../volume.ts";

/** What a value adds to every server, and where it is written. The chart takes a list, or a mapping of such items. */
export function added(values: HelmValues, key: "extraVolumes" | "extraVolumeMounts"): Added[] {
  const path = `hub.values.singleuser.storage.${key}`;
  const given = valueAt(values, ["singleuser", "storage", key]);
  const items: [string, unknown][] = Array.isArray(given)
    ? given.map((item, index) => [`${path}[${index}]`, item])
    : Object.entries(isRecord(given) ? given : {}).map(([name, item]) => [`${path}.${name}`, item]);
  return items.flatMap(([where, item]) => (isRecord(item) ? [{ path: where, item }] : []));
}

interface Added {
  readonly path: string;
  readonly item: Record<string, unknown>;
}

/** Volumes by which every user would reach all homes, or the hub's own data. */
export const volumeFaults = (values: HelmValues): Fault[] =>
  added(values, "extraVolumes").flatMap(({ path, item }) =>
    rules.flatMap(({ at, because, fix }) => {
      const value = valueAt(item, at);
      const reason = value === undefined || value === null ? undefined : because(value);
      if (reason === undefined) return [];
      const written = [path, ...at].join(".");
      return [
        { path: written, rule: `may not be set, because it ${reason}`, got: show(value, written), fix },
      ];
    }),
  );

interface VolumeRule {
  readonly at: readonly string[];
  readonly because: (value: unknown) => string | undefined;
  readonly fix: string;
}

const anotherClaim = "name a claim of your own, on a volume without homes";

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
    fix: anotherClaim,
  },
];

/** A claim whose name begins like a home's is told by a rule of the settings. */
function claimReason(claim: unknown): string | undefined {
  if (Object.values<unknown>(claimNames).includes(claim)) return "is the claim on all homes";
  return claim === hubDatabaseClaim ? "is the hub's own database, with every user's tokens in it" : undefined;
}
