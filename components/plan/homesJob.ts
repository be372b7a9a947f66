import type { types } from "@pulumi/kubernetes";
import type { HomesSettings } from "./homesSettings.ts";
import type { JobManifest } from "./plan.ts";

/** Where a job finds the homes. */
export const HOMES_MOUNT = "/homes";

const VOLUME = "homes";

/** What servers run, as a pod names it: nodes have it, and what a job of ours needs is in it. */
export const serversImage = ({ image }: HomesSettings["hub"]): string => `${image.name}:${image.tag}`;

/** What a job does with the homes. */
export interface HomesWork {
  readonly name: string;
  /** Of the container; default: the job's own. */
  readonly container?: string;
  /** The claim through which it reaches the homes. */
  readonly claimName: string;
  readonly command: string[];
  /** Who it is, and what it may do. */
  readonly securityContext: types.input.core.v1.SecurityContext;
}

/**
 * A job that works on the homes before servers do, with the servers' own image.
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export const homesJob = (
  { hub }: Pick<HomesSettings, "hub">,
  { name, container = name, claimName, command, securityContext }: HomesWork,
): JobManifest => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name, namespace: hub.namespace },
  spec: {
    backoffLimit: 3,
    template: {
      spec: {
        restartPolicy: "Never",
        automountServiceAccountToken: false,
        containers: [
          {
            name: container,
            image: serversImage(hub),
            command,
            securityContext: { allowPrivilegeEscalation: false, ...securityContext },
            volumeMounts: [{ name: VOLUME, mountPath: HOMES_MOUNT }],
          },
        ],
        volumes: [{ name: VOLUME, persistentVolumeClaim: { claimName } }],
      },
    },
  },
});
