import { isRecord } from "../../settings/path.ts";
import { spawnerSections } from "../decidedTraits.ts";
import type { Forbidden } from "../forbiddenValues.ts";
import { ownField } from "../templates.ts";
import { isSameField } from "../valuesAt.ts";
import { METADATA } from "./addresses.ts";
import { BLOCK_NFS } from "./blockNfs.ts";

/** Traits by which users who choose them reach nothing of others'; all others are the hub's to decide. */
const usersMayChoose = [
  "cpu_limit",
  "cpu_guarantee",
  "mem_limit",
  "mem_guarantee",
  "default_url",
  "notebook_dir",
  "debug",
];

const isList = { because: "is left out without a word unless it is a list", fix: "write it as a list" };

/** Values that would quietly take servers out of what holds them apart. */
export const isolationRows: readonly Forbidden[] = [
  {
    path: "singleuser.cloudMetadata.ip",
    because: `moves the block away from ${METADATA.ipv4}, where EC2 has its credentials`,
    fix: "leave it out",
    when: (ip) => ip !== METADATA.ipv4,
  },
  {
    path: "singleuser.cloudMetadata",
    because: "takes the chart's own block of the metadata service away",
    fix: "say `blockWithIptables: false` if it is to be off",
    when: (block) => block === null,
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
    when: (subPath) => subPath !== "" && subPath !== null,
  },
  { ...isList, path: "singleuser.initContainers", when: isRecord },
  { ...isList, path: "singleuser.networkPolicy.egress", when: isRecord },
  {
    path: `singleuser.initContainers.${BLOCK_NFS}`,
    because: "has the name of a container of ours",
    fix: "give the container another name",
  },
  {
    path: "hub.config.JupyterHub.spawner_class",
    because: "takes a spawner that reads none of these values",
    fix: "leave it out: it is KubeSpawner",
    when: (name) => name !== "kubespawner.KubeSpawner" && name !== "kubespawner",
  },
  ...spawnerSections.map((section) => ({
    path: `hub.config.${section}.apply_user_options`,
    because: "lets users choose what decides about others' homes, by the hub's API too",
    fix: `map options to these alone: ${usersMayChoose.join(", ")}. An image may be chosen in a profile`,
    when: (options: unknown) =>
      options !== null &&
      !(
        isRecord(options) &&
        Object.values(options).every((trait) =>
          usersMayChoose.some((one) => typeof trait === "string" && isSameField(one, trait)),
        )
      ),
  })),
];
