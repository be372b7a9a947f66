import { Provisioning, Writers } from "../settings/choices.ts";
import { isRecord } from "../settings/path.ts";
import type { HelmValues, Settings } from "../settings/settings.ts";
import { HOMES_VOLUME } from "./isolation/homeVolume.ts";
import { mergeValues } from "./mergeValues.ts";
import { type SharedFolder, sharedFolders } from "./sharedFolders.ts";

type SharedSettings = Pick<Settings, "sharedFolders" | "provisioning">;

/** The chart runs the pieces in the order of their keys. */
export const SHARED_CONFIG_KEY = "zz-jupyterhub-efs-shared";

/** The chart's values that mount the shared folders in every server; read-only, unless everyone writes. */
export function sharedFolderValues(settings: SharedSettings): HelmValues {
  const folders = sharedFolders(settings);
  if (folders.length === 0) return {};
  const forAdmins = folders.filter(({ writers }) => writers === Writers.Admins);
  const isDynamic = settings.provisioning === Provisioning.Dynamic;
  return {
    singleuser: {
      storage: {
        ...(isDynamic && { extraVolumes: byClaim(folders, volume) }),
        extraVolumeMounts: byClaim(folders, isDynamic ? ownMount : mountOfHomes),
      },
    },
    ...(forAdmins.length > 0 && {
      hub: { extraConfig: { [SHARED_CONFIG_KEY]: adminsConfig(forAdmins) } },
    }),
  };
}

const byClaim = (folders: readonly SharedFolder[], part: (folder: SharedFolder) => HelmValues): HelmValues =>
  Object.fromEntries(folders.map((folder) => [folder.claim, part(folder)]));

const volume = ({ claim }: SharedFolder): HelmValues => ({
  name: claim,
  persistentVolumeClaim: { claimName: claim },
});

const ownMount = ({ claim, mountPath, writers }: SharedFolder): HelmValues => ({
  name: claim,
  mountPath,
  readOnly: writers !== Writers.Everyone,
});

/**
 * Of the volume that has the homes: a second volume with the same access point would keep the server from starting, for ever
 * and without a word. https://github.com/kubernetes/kubernetes/issues/91556
 */
const mountOfHomes = (folder: SharedFolder): HelmValues => ({
  ...ownMount(folder),
  name: HOMES_VOLUME,
  subPath: folder.directory,
});

/**
 * Python for the hub: lets administrators write. A hook that was set before is kept, and called first. Only the server itself
 * gets it, no container beside it.
 * https://jupyterhub-kubespawner.readthedocs.io/en/latest/spawner.html#kubespawner.KubeSpawner.modify_pod_hook
 */
const adminsConfig = (folders: readonly SharedFolder[]): string =>
  `from jupyterhub.utils import maybe_future

def writable_for_admins(earlier):
    folders = {${folders.map(({ mountPath }) => JSON.stringify(mountPath)).join(", ")}}
    async def modify_pod(spawner, pod):
        if earlier is not None:
            pod = await maybe_future(earlier(spawner, pod))
        if spawner.user.admin:
            for container in pod.spec.containers:
                for mount in container.volume_mounts or []:
                    if container.name == "notebook" and mount.mount_path in folders:
                        mount.read_only = False
        return pod
    return modify_pod

c.KubeSpawner.modify_pod_hook = writable_for_admins(c.KubeSpawner.get("modify_pod_hook"))
`;

/**
 * A user's values with their volumes and mounts by key, as the chart itself keys a list: a list would replace ours whole.
 * As they are, where there is nothing of ours to replace.
 */
export function withKeyedMounts({
  hub,
  sharedFolders: folders,
}: Pick<Settings, "hub" | "sharedFolders">): HelmValues {
  const { singleuser } = hub.values;
  const storage = isRecord(singleuser) ? singleuser.storage : undefined;
  if (Object.keys(folders).length === 0 || !isRecord(storage)) return hub.values;
  const keyed = {
    ...(Array.isArray(storage.extraVolumes) && {
      extraVolumes: keyedBy(storage.extraVolumes, (name) => name),
    }),
    ...(Array.isArray(storage.extraVolumeMounts) && {
      extraVolumeMounts: keyedBy(storage.extraVolumeMounts, (name, index) => `${index}-${name}`),
    }),
  };
  return mergeValues(hub.values, { singleuser: { storage: keyed } });
}

const keyedBy = (list: readonly unknown[], keyOf: (name: string, index: number) => string): HelmValues =>
  Object.fromEntries(
    list.map((item, index) => [keyOf(isRecord(item) ? String(item.name) : "", index), item]),
  );
