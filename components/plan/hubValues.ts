import type { Input } from "@pulumi/pulumi";
import { DatabaseKind, DataProtection, Provisioning } from "../settings/choices.ts";
import { claimNames, homesStorageClass } from "../settings/names.ts";
import type { Database, HelmValues, Settings } from "../settings/settings.ts";
import { HOME, homeTemplate } from "./homePaths.ts";
import { type HubPlace, managedNetworkPolicy } from "./isolation/egress.ts";
import { isolationValues } from "./isolation/isolationValues.ts";
import { mergeValues } from "./mergeValues.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import { sharedFolderValues, withKeyedMounts } from "./sharedFolderValues.ts";
import { ANCHOR_CONFIG_KEY, anchorConfig } from "./serversAnchor.ts";
import { nfsTuning } from "./nfsTuning.ts";
import { planSignIn } from "./signIn/planSignIn.ts";
import { planUserMode } from "./userMode.ts";

/** The settings that decide the chart's values. */
export type HubValuesSettings = Pick<
  Settings,
  | "userMode"
  | "provisioning"
  | "posix"
  | "homeDirectory"
  | "usernames"
  | "sharedFolders"
  | "dataProtection"
  | "hub"
>;

/**
 * The values that the release gets: our defaults, under what we manage, under the user's (which agree with it). What
 * makes servers belong to their anchor has its uid in it, which only an update knows.
 */
export const planHubValues = (
  settings: HubValuesSettings,
  place: HubPlace = {},
  belonging: Input<string> = anchorConfig(KNOWN_AFTER_UP),
): HelmValues =>
  mergeValues(
    hubDefaults,
    { hub: { config: planSignIn(settings.hub.signIn).defaults } },
    managedHubValues(settings, belonging),
    withKeyedMounts(settings),
    isolationValues(settings, place),
  );

/** What a user's values may change freely. */
const hubDefaults: HelmValues = mergeValues(nfsTuning, {
  singleuser: {
    // A node that has to be started, and an image that has to be pulled, take more than the chart's 300 s.
    startTimeout: 600,
  },
  hub: {
    config: {
      KubeSpawner: {
        // A user who is deleted in the hub keeps the claim, and so the home.
        delete_pvc: false,
        // Jupyter's first start reads thousands of small files, which takes longer on NFS than the default 30 s.
        http_timeout: 120,
      },
    },
  },
  // The chart carries a scheduler that is older than the clusters of today.
  scheduling: { userScheduler: { enabled: false } },
  // The hook pulls the image on every node before the release counts as done, and can outlast its time.
  prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
});

/** What the storage and the identity of homes rest on: a user's value that differs is a fault. */
export function managedHubValues(
  settings: HubValuesSettings,
  belonging: Input<string> = anchorConfig(KNOWN_AFTER_UP),
): HelmValues {
  const { hub } = settings;
  return mergeValues(planUserMode(settings).values, sharedFolderValues(settings), {
    singleuser: {
      image: { name: hub.image.name, tag: hub.image.tag },
      networkPolicy: managedNetworkPolicy,
      storage: { homeMountPath: HOME, ...storage(settings) },
    },
    hub: {
      db: databaseValues(hub.database, settings.dataProtection),
      extraConfig: { [ANCHOR_CONFIG_KEY]: belonging },
      config: mergeValues(
        planSignIn(hub.signIn).managed,
        hub.admins.length > 0 ? { Authenticator: { admin_users: [...hub.admins] } } : {},
      ),
    },
  });
}

function storage(settings: HubValuesSettings): HelmValues {
  switch (settings.provisioning) {
    case Provisioning.Static:
      return {
        type: "static",
        static: { pvcName: claimNames[planUserMode(settings).enforcement], subPath: homeTemplate(settings) },
      };
    case Provisioning.Dynamic:
      return {
        type: "dynamic",
        dynamic: {
          storageClass: homesStorageClass(settings.hub.namespace),
          pvcNameTemplate: homeTemplate(settings),
          storageAccessModes: ["ReadWriteMany"],
        },
      };
  }
}

/** Helm leaves it when the release goes, and takes it back when the release is made again under the same name. */
const keptByHelm = { "helm.sh/resource-policy": "keep" };

function databaseValues(database: Database, dataProtection: DataProtection): HelmValues {
  switch (database.kind) {
    case DatabaseKind.Claim:
      return {
        type: "sqlite-pvc",
        pvc: {
          storageClassName: database.storageClassName,
          ...(dataProtection !== DataProtection.Delete && { annotations: keptByHelm }),
        },
      };
    case DatabaseKind.Postgres:
      return { type: "postgres", url: database.url };
    case DatabaseKind.Memory:
      return { type: "sqlite-memory" };
  }
}
