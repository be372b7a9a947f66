import { Provisioning } from "../settings/choices.ts";
import { claimNames } from "../settings/names.ts";
import { HOMES_MOUNT, homesJob } from "./homesJob.ts";
import type { HomesSettings } from "./homesSettings.ts";
import type { JobManifest } from "./plan.ts";
import { sharedFolders } from "./sharedFolders.ts";

type JobSettings = Pick<HomesSettings, "sharedFolders" | "provisioning" | "posix" | "hub">;

/**
 * The job that makes the directories of the shared folders before the first server mounts them: through the access point
 * that owns what it makes, in both modes, so that a flip makes nothing. One that is there is left as it is. Undefined:
 * there is none to make.
 */
export function planSharedFoldersJob(settings: JobSettings): JobManifest | undefined {
  const folders = sharedFolders(settings);
  if (folders.length === 0 || settings.provisioning !== Provisioning.Static) return undefined;
  const { uid, gid } = settings.posix;
  return homesJob(settings, {
    name: "make-shared-folders",
    claimName: claimNames.enforced,
    command: ["mkdir", "-p", "-m", "0755", ...folders.map(({ directory }) => `${HOMES_MOUNT}/${directory}`)],
    securityContext: {
      runAsUser: uid,
      runAsGroup: gid,
      runAsNonRoot: true,
      capabilities: { drop: ["ALL"] },
    },
  });
}
