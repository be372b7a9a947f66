import { Provisioning } from "../settings/choices.ts";
import { claimNames } from "../settings/names.ts";
import type { HomesSettings } from "./homesSettings.ts";
import type { JobManifest } from "./plan.ts";
import { sharedFolders } from "./sharedFolders.ts";

type JobSettings = Pick<HomesSettings, "sharedFolders" | "provisioning" | "posix" | "hub">;

const MOUNT = "/homes";

/**
 * The job that makes the directories of the shared folders before the first server mounts them: through the access point
 * that owns what it makes, in both modes, so that a flip makes nothing. One that is there is left as it is. Undefined:
 * there is none to make. https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export function planSharedFoldersJob(settings: JobSettings): JobManifest | undefined {
  const folders = sharedFolders(settings);
  if (folders.length === 0 || settings.provisioning !== Provisioning.Static) return undefined;
  const { posix, hub } = settings;
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "make-shared-folders", namespace: hub.namespace },
    spec: {
      backoffLimit: 3,
      template: {
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          containers: [
            {
              name: "make-shared-folders",
              // It has what is needed, and nodes have it.
              image: `${hub.image.name}:${hub.image.tag}`,
              command: [
                "mkdir",
                "-p",
                "-m",
                "0755",
                ...folders.map(({ directory }) => `${MOUNT}/${directory}`),
              ],
              securityContext: {
                runAsUser: posix.uid,
                runAsGroup: posix.gid,
                runAsNonRoot: true,
                allowPrivilegeEscalation: false,
                capabilities: { drop: ["ALL"] },
              },
              volumeMounts: [{ name: "homes", mountPath: MOUNT }],
            },
          ],
          volumes: [{ name: "homes", persistentVolumeClaim: { claimName: claimNames.enforced } }],
        },
      },
    },
  };
}
