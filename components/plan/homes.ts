import { Provisioning } from "../settings/choices.ts";
import { claimNames, type Enforcement } from "../settings/names.ts";
import type { Settings } from "../settings/settings.ts";
import { planAccessPoint } from "./accessPoint.ts";
import { planFixOwners } from "./fixOwners.ts";
import { exampleHome } from "./homePaths.ts";
import { type HomesPlace, onlyZone } from "./homesPlace.ts";
import type { HomesSettings } from "./homesSettings.ts";
import { podSecurity, podSecurityLabels, type PodSecuritySettings } from "./isolation/podSecurity.ts";
import type { AccessPath, HomesPlan, Manifest } from "./plan.ts";
import { planSharedFoldersJob } from "./sharedFoldersJob.ts";
import { planSharedPath, sharedFolders, sharedPath } from "./sharedFolders.ts";
import { planStorageClass } from "./storageClass.ts";
import { planUserMode } from "./userMode.ts";
import { planClaim, planVolume } from "./volume.ts";
import { planVolumesEnd } from "./volumesEnd.ts";

/** What holds homes, and the namespace that holds the claims on them. */
export function planHomes(settings: HomesSettings, place: HomesPlace = {}): HomesPlan {
  const fixOwners = planFixOwners(settings);
  const sharedFoldersJob = planSharedFoldersJob(settings);
  const volumesEnd = planVolumesEnd(settings);
  const common = {
    ...(volumesEnd && { volumesEnd }),
    ...(Object.keys(settings.sharedFolders).length > 0 && {
      sharedFolders: planSharedFolders(settings, place),
    }),
    ...(sharedFoldersJob && { sharedFoldersJob }),
    ...(fixOwners && { fixOwners }),
    exampleHome: exampleHome(settings),
    namespace: planNamespace(settings),
    podSecurity: podSecurity(settings),
  };
  switch (settings.provisioning) {
    case Provisioning.Dynamic:
      return { ...common, storageClass: planStorageClass(settings, place) };
    case Provisioning.Static: {
      const { enforced, plain } = planAccessPaths(settings, place);
      const [used, standby] =
        planUserMode(settings).enforcement === "enforced" ? [enforced, plain] : [plain, enforced];
      return { ...common, ...used, standby };
    }
  }
}

/** Each shared folder, by name. */
const planSharedFolders = (
  settings: HomesSettings,
  place: HomesPlace,
): NonNullable<HomesPlan["sharedFolders"]> =>
  Object.fromEntries(
    sharedFolders(settings).map((folder) => [
      folder.name,
      {
        path: sharedPath(settings, folder),
        mountPath: folder.mountPath,
        writers: folder.writers,
        ...(settings.provisioning === Provisioning.Dynamic && planSharedPath(settings, folder, place)),
      },
    ]),
  );

/** The namespace of a hub, and what it asks of its pods. */
export const planNamespace = (
  settings: PodSecuritySettings & { readonly hub: Pick<Settings["hub"], "namespace"> },
): Manifest => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: settings.hub.namespace, labels: podSecurityLabels(podSecurity(settings)) },
});

/** Both exist for a static stack's life: a flip of the mode selects one, and makes nothing. */
export const planAccessPaths = (
  settings: HomesSettings,
  place: HomesPlace = {},
): Record<Enforcement, AccessPath> => ({
  enforced: accessPath(settings, place, "enforced"),
  plain: accessPath(settings, place, "plain"),
});

const accessPath = (settings: HomesSettings, place: HomesPlace, enforcement: Enforcement): AccessPath => ({
  accessPoint: planAccessPoint(settings, enforcement, place),
  persistentVolume: planVolume(
    settings.hub.namespace,
    claimNames[enforcement],
    onlyZone(settings, place),
    settings.access,
  ),
  persistentVolumeClaim: planClaim(settings.hub.namespace, claimNames[enforcement]),
});
