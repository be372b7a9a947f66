import { HOME } from "./homePaths.ts";
import { isAtOrAbove } from "./mountPaths.ts";
import { fieldOf } from "./valuesAt.ts";

/**
 * The sections of `hub.config` that a spawner's traits are taken from: its own class, and those that it is made of.
 * https://traitlets.readthedocs.io/en/stable/config.html#inheritance-of-configuration-in-subclasses
 */
export const spawnerSections = ["KubeSpawner", "Spawner", "LoggingConfigurable", "Configurable"] as const;

/** A field that may not be set beside the settings that decide it. */
export interface Decided {
  /** Under its own name; below another one with a dot. */
  readonly field: string;
  readonly because: string;
  readonly fix?: string;
  /** Which values are meant; any, unless said. */
  readonly when?: (value: unknown) => boolean;
}

const isOn = (value: unknown): boolean => value !== false && value !== null;

const STORAGE = "replaces what the chart makes of the storage and the identity of homes";
const LABELS = "renames what the chart's network policy knows servers by, and so takes them out of it";
const OF_ITS_OWN =
  "`singleuser` has values of its own for volumes and containers, and our settings decide the rest";

/** Each under one name: in a hub's values they are found however they are written (valuesAt.ts). */
const each = (fields: readonly string[], more: Omit<Decided, "field">): Decided[] =>
  fields.map((field) => ({ field, ...more }));

const hasHome = (places: string): boolean =>
  places.split(/[,\s]+/).some((place) => place !== "" && isAtOrAbove(place, HOME));

/** Variables that start.sh reads. https://jupyter-docker-stacks.readthedocs.io/en/latest/using/common.html */
export const startVariables: readonly Decided[] = [
  ...each(["NB_USER", "NB_UID", "NB_GID", "CHOWN_HOME", "GRANT_SUDO"], {
    because: "tells start.sh whose the home is",
  }),
  ...each(["CHOWN_EXTRA"], {
    because: `has ${HOME} in it, or what lies above: start.sh gives users that, with all that is mounted there`,
    fix: "leave it out: `userMode` and `fixOwners` give homes to their users",
    when: (places) =>
      [places, ...fieldOf(places, "value")].some((text) => typeof text === "string" && hasHome(text)),
  }),
];

const TOKEN: Omit<Decided, "field"> = {
  because: "gives users a token for the cluster's API",
  fix: "name the service account that they are to have in `hub.values.singleuser.serviceAccountName`",
  // Null as well: Kubernetes gives one, unless it is told not to.
  when: (value) => value !== false,
};

/** Fields of a pod. */
export const podFields: readonly Decided[] = [
  ...each(["securityContext", "volumes", "containers", "initContainers"], {
    because: STORAGE,
    fix: OF_ITS_OWN,
  }),
  ...each(["hostNetwork"], {
    because: "gives servers the node's network, where the homes of all users are mounted from",
    when: isOn,
  }),
  ...each(["hostPID", "hostIPC"], {
    because: "shows servers the processes, or the memory, of other users' servers on the node",
    when: isOn,
  }),
  ...each(["shareProcessNamespace"], {
    because: "shows users the files of the pod's other containers",
    when: isOn,
  }),
  ...each(["serviceAccountName", "serviceAccount"], {
    because: "gives servers a service account past the value for it",
    fix: "name it in `hub.values.singleuser.serviceAccountName`",
  }),
  ...each(["automountServiceAccountToken"], TOKEN),
];

/** Fields of a server's container: who it runs as, what it starts, and where the home is. */
const containerFields: readonly Decided[] = [
  ...each(["securityContext", "volumeMounts", "volumeDevices"], { because: STORAGE }),
  ...each(["env"], {
    because: "replaces every variable of the server, and what start.sh has to know with them",
  }),
  ...each(["command"], { because: "replaces the image's entry point, which drops from root to the user" }),
];

/**
 * KubeSpawner's own traits: set in `hub.config` or in a profile, each replaces what the chart makes of the values.
 * https://jupyterhub-kubespawner.readthedocs.io/en/latest/spawner.html
 */
export const decidedTraits: readonly Decided[] = [
  ...each(["uid", "gid", "fs_gid", "allow_privilege_escalation"], { because: STORAGE }),
  ...each(["privileged", "container_security_context", "pod_security_context"], { because: STORAGE }),
  ...each(["volumes", "volume_mounts", "init_containers"], { because: STORAGE }),
  ...each(["storage_class", "storage_access_modes", "storage_pvc_ensure"], { because: STORAGE }),
  ...each(["pvc_name", "pvc_name_template", "slug_scheme"], { because: STORAGE }),
  // Claims are in the hub's namespace, and servers have to be there with them.
  ...each(["namespace", "enable_user_namespaces", "user_namespace_template"], { because: STORAGE }),
  ...each(["modify_pod_hook"], {
    because: "is the hook that makes servers belong to the stack",
    fix: "set it in `hub.values.hub.extraConfig`, as Python: it is kept, and called first",
  }),
  ...each(["pod_name_template"], {
    because: "is checked nowhere but in its own value",
    fix: "write it into `hub.values.singleuser.podNameTemplate`",
  }),
  ...each(["common_labels", "component_label"], { because: LABELS }),
  ...each(["env_keep"], {
    because: "hands variables of the hub's own on to servers, and its tokens are among them",
    fix: "write the variables into `hub.values.singleuser.extraEnv`",
  }),
  ...each(["automount_service_account_token"], TOKEN),
  ...podFields.map((row) => ({ ...row, field: `extra_pod_config.${row.field}` })),
  ...containerFields.map((row) => ({ ...row, field: `extra_container_config.${row.field}` })),
];
