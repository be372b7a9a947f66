import { Provisioning, UserMode } from "../settings/choices.ts";
import type { Enforcement } from "../settings/names.ts";
import type { HelmValues, Posix, Settings } from "../settings/settings.ts";
import { SHARED } from "./sharedFolders.ts";

/** Everything that must change together when the one flag changes. Nothing else decodes `userMode`. */
export interface ModePlan {
  /** How static servers reach homes: by the access point that enforces `posix`, or by the plain one. */
  readonly enforcement: Enforcement;
  /** The parts of the chart's values that say who a server runs as. */
  readonly values: HelmValues;
}

/**
 * The ids are the same everywhere: access point, root directory, container and files.
 * fsGid is the process's group in both modes: with 0, or none, projected tokens are unreadable to the user.
 */
export function planUserMode(
  settings: Pick<Settings, "userMode" | "provisioning" | "posix" | "sharedFolders"> & {
    hub: { grantSudo: boolean };
  },
): ModePlan {
  const { userMode, posix } = settings;
  switch (userMode) {
    case UserMode.NonRoot:
      return {
        enforcement: "enforced",
        values: {
          singleuser: { uid: posix.uid, fsGid: posix.gid, allowPrivilegeEscalation: false },
          hub: { config: { KubeSpawner: { gid: posix.gid } } },
        },
      };
    case UserMode.Root:
      return {
        enforcement: "plain",
        values: {
          singleuser: {
            uid: 0,
            fsGid: posix.gid,
            // Dropping from root to the user needs no escalation; only sudo does.
            allowPrivilegeEscalation: settings.hub.grantSudo,
            extraEnv: startScript(settings, posix),
          },
          // Raw packets pass every rule of iptables by, and root in a container may send them unless it is told not to.
          hub: {
            config: { KubeSpawner: { container_security_context: { capabilities: { drop: ["NET_RAW"] } } } },
          },
        },
      };
  }
}

/**
 * What docker-stacks' start.sh does before it drops to the user.
 * https://jupyter-docker-stacks.readthedocs.io/en/latest/using/common.html
 */
function startScript(
  settings: Pick<Settings, "provisioning" | "sharedFolders"> & { hub: { grantSudo: boolean } },
  posix: Posix,
): HelmValues {
  return {
    NB_UID: String(posix.uid),
    NB_GID: String(posix.gid),
    // A dynamic home's access point owns it already and refuses chown, which would stop start.sh.
    ...(settings.provisioning === Provisioning.Static && { CHOWN_HOME: "yes", ...mountPoints(settings) }),
    ...(settings.hub.grantSudo && { GRANT_SUDO: "yes" }),
  };
}

/**
 * In root mode the container's runtime makes the directory that shared folders are mounted in, as root. After a flip nobody
 * could make the next folder's place in it, and the server would not start. The user may have put a link there.
 */
const mountPoints = ({ sharedFolders }: Pick<Settings, "sharedFolders">): HelmValues =>
  Object.keys(sharedFolders).length > 0 ? { CHOWN_EXTRA: SHARED, CHOWN_EXTRA_OPTS: "--no-dereference" } : {};
