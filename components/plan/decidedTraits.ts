/** What tells start.sh whose a home is. */
export const startVariables = ["NB_USER", "NB_UID", "NB_GID", "CHOWN_HOME", "GRANT_SUDO"] as const;

/** Fields of a pod that hold the homes' volume and the user's group. KubeSpawner takes both ways of writing. */
export const podFields = [
  "securityContext",
  "security_context",
  "volumes",
  "containers",
  "initContainers",
  "init_containers",
] as const;

/** Fields of a server's container that say who it runs as, and where the home is. */
const containerFields = ["securityContext", "security_context", "volumeMounts", "volume_mounts"] as const;

/**
 * KubeSpawner's own traits: set in `hub.config` or in a profile, each replaces what the chart makes of the values.
 * https://jupyterhub-kubespawner.readthedocs.io/en/latest/spawner.html
 */
const traits = [
  "uid",
  "gid",
  "fs_gid",
  "allow_privilege_escalation",
  "privileged",
  "container_security_context",
  "pod_security_context",
  "volumes",
  "volume_mounts",
  "init_containers",
  "storage_class",
  "storage_access_modes",
  "storage_pvc_ensure",
  "pvc_name",
  "pvc_name_template",
  "slug_scheme",
  // Claims are in the hub's namespace, and servers have to be there with them.
  "namespace",
  "enable_user_namespaces",
] as const;

/** The paths of all of it below `hub.config.KubeSpawner`, or below a profile's override. */
export const decidedTraits: readonly string[] = [
  ...traits,
  ...podFields.map((field) => `extra_pod_config.${field}`),
  ...containerFields.map((field) => `extra_container_config.${field}`),
];
