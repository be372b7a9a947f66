/** How tags of ours begin. No user's tag may. */
export const OWN_TAGS = "jupyterhub-efs/";

/** Whose a resource is that two hubs on one file system could confuse: `<cluster>/<namespace>`. */
export const HUB_TAG = `${OWN_TAGS}hub`;
