/** A field that KubeSpawner fills in, or what only looks like one. https://jupyterhub-kubespawner.readthedocs.io/en/latest/templates.html */
export const hasField = (text: string): boolean => text.includes("{");

/** A part of a path or name that is the user's own, whoever they are. */
export const ownField = /\{((safe_|escaped_)?(username|user_server)|userid)\}/;

/** Whether all fields of a name are the user's own: another could be what a user wrote, or a part of it. */
export const hasOnlyOwnFields = (text: string): boolean =>
  !hasField(text.replaceAll(/\{((safe_|escaped_)?(username|user_server))\}/g, ""));

/**
 * Whether a name is another, or may become it by what is filled in. Only what stands before the first field is compared:
 * users choose names. KubeSpawner takes hyphens away that are last because a field is empty.
 */
export function mayBe(name: unknown, other: string): boolean {
  if (typeof name !== "string") return false;
  if (!hasField(name)) return name === other;
  const [start = ""] = name.split("{");
  return other.startsWith(start.replace(/-+$/, ""));
}
