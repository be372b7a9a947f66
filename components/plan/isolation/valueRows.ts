import { isOpaque } from "../../settings/secret.ts";
import { isRecord } from "../../settings/path.ts";
import { decidedTraits, spawnerSections } from "../decidedTraits.ts";
import type { Forbidden } from "../forbiddenValues.ts";
import { METADATA } from "./addresses.ts";
import { BLOCK_NFS } from "./blockNfs.ts";
import { ownField } from "./userMounts.ts";

/** What is looked into, and so has to be there as it is. */
const lookedInto = [
  "singleuser",
  "singleuser.storage",
  "singleuser.storage.extraVolumes",
  "singleuser.storage.extraVolumeMounts",
  "singleuser.extraPodConfig",
  "singleuser.extraEnv",
  "singleuser.initContainers",
  "singleuser.networkPolicy",
  "singleuser.networkPolicy.egress",
  "singleuser.cloudMetadata",
  "singleuser.profileList",
  "hub",
  "hub.config",
  ...spawnerSections.map((section) => `hub.config.${section}`),
];

/** Values that would quietly take servers out of what holds them apart. */
export const isolationRows: readonly Forbidden[] = [
  {
    path: "singleuser.cloudMetadata.ip",
    because: `moves the block away from ${METADATA.ipv4}, where EC2 has its credentials`,
    fix: "leave it out",
    when: (ip) => ip !== METADATA.ipv4,
  },
  {
    path: "singleuser.podNameTemplate",
    because: "gives two users a server of the same name",
    fix: "put `{username}` or `{user_server}` into it, or leave it out",
    when: (template) => typeof template === "string" && !ownField.test(template),
  },
  {
    path: "singleuser.storage.dynamic.subPath",
    because: "moves every home away from where it is in static provisioning",
    fix: "leave it out: `homesPath` and `homeDirectory` say where homes are",
    when: (subPath) => subPath !== "",
  },
  {
    path: "singleuser.initContainers",
    because: `has a container called ${BLOCK_NFS}, which is ours`,
    fix: "give the container another name",
    when: (containers) =>
      Array.isArray(containers) &&
      containers.some((container) => isRecord(container) && container.name === BLOCK_NFS),
  },
  {
    path: "hub.config.JupyterHub.spawner_class",
    because: "takes a spawner that reads none of these values",
    fix: "leave it out: it is KubeSpawner",
    when: (name) => name !== "kubespawner.KubeSpawner" && name !== "kubespawner",
  },
  ...spawnerSections.map((section) => ({
    path: `hub.config.${section}.apply_user_options`,
    because: "lets users choose what our settings decide",
    fix: "map options to other traits only",
    when: (options: unknown) =>
      isRecord(options) &&
      Object.values(options).some((trait) => decidedTraits.some(({ field }) => field === trait)),
  })),
  ...lookedInto.map((path) => ({
    path,
    because: "is looked into, for what would undo the storage or the isolation of homes",
    fix: "write it in the open; leaves inside it may be secrets or Outputs",
    when: isOpaque,
  })),
];
