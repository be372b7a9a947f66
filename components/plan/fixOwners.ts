import { FixOwners } from "../settings/choices.ts";
import { claimNames } from "../settings/names.ts";
import type { HomesSettings } from "./homesSettings.ts";
import type { JobManifest } from "./plan.ts";

type FixSettings = Pick<HomesSettings, "fixOwners" | "posix" | "hub">;

const MOUNT = "/homes";

/**
 * The job that hands homes over to `posix`, once, as root, through the access point that enforces nobody. Undefined:
 * nothing was asked for. Links are never followed: a user's own link must not lead root out of the homes.
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export function planFixOwners({ fixOwners, posix, hub }: FixSettings): JobManifest | undefined {
  if (fixOwners === FixOwners.Nothing) return undefined;
  const { uid, gid } = posix;
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: `fix-owners-of-${fixOwners}-to-${uid}-${gid}`, namespace: hub.namespace },
    spec: {
      backoffLimit: 3,
      template: {
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          containers: [
            {
              name: "fix-owners",
              // It has what is needed, and nodes have it.
              image: `${hub.image.name}:${hub.image.tag}`,
              command: ["find", MOUNT, ...depth[fixOwners], ...strangers(uid, gid), ...handOver(uid, gid)],
              securityContext: {
                runAsUser: 0,
                allowPrivilegeEscalation: false,
                capabilities: { drop: ["ALL"], add: ["CHOWN", "DAC_READ_SEARCH"] },
              },
              volumeMounts: [{ name: "homes", mountPath: MOUNT }],
            },
          ],
          volumes: [{ name: "homes", persistentVolumeClaim: { claimName: claimNames.plain } }],
        },
      },
    },
  };
}

const depth = {
  [FixOwners.Directories]: ["-maxdepth", "1", "-type", "d"],
  [FixOwners.Files]: ["-xdev"],
} as const;

const strangers = (uid: number, gid: number) =>
  ["(", "!", "-uid", String(uid), "-o", "!", "-gid", String(gid), ")"] as const;

const handOver = (uid: number, gid: number) =>
  ["-exec", "chown", "--no-dereference", `${uid}:${gid}`, "{}", "+"] as const;
