/** KubeSpawner's own traits: set in `hub.config` or in a profile, each replaces what the chart makes of the values. */
export const decidedTraits = [
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
  "pvc_name",
  "pvc_name_template",
  "slug_scheme",
] as const;
