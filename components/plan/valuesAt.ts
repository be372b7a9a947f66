import { isRecord } from "../settings/path.ts";

/** A value of the user's, and where it is written. */
export interface Written {
  readonly path: string;
  readonly value: unknown;
}

/** Stands for every item of a list, and for every key of a mapping. */
export const EACH = "*";

/**
 * Every value that stands at a path, in whichever way it may be written: a field in camelCase, in snake_case, or as one of
 * KubeSpawner's traits of old; an item under its key, or in a list under its name. Null is a value: it takes a default away.
 * `written` is where the root stands.
 */
export const valuesAt = (root: unknown, path: readonly string[], written: string): Written[] =>
  path.reduce<Written[]>(
    (found, step) => found.flatMap((from) => under(from, step)),
    [{ path: written, value: root }],
  );

/** The values of one field, without their places. */
export const fieldOf = (root: unknown, ...path: readonly string[]): unknown[] =>
  valuesAt(root, path, "").map(({ value }) => value);

function under({ path, value }: Written, step: string): Written[] {
  const found: Written[] = Array.isArray(value)
    ? value.flatMap((item: unknown, index) =>
        step === EACH || (isRecord(item) && item.name === step)
          ? [{ path: `${path}[${index}]`, value: item }]
          : [],
      )
    : Object.entries(isRecord(value) ? value : {}).flatMap(([key, child]) =>
        step === EACH || isSameField(key, step) ? [{ path: `${path}.${key}`, value: child }] : [],
      );
  return found.filter((child) => child.value !== undefined);
}

/** How names begin that KubeSpawner still takes for its traits. https://jupyterhub-kubespawner.readthedocs.io/en/latest/changelog.html */
export const OF_OLD = "singleuser_|user_(?=storage_)";

/** Whether both name one field to KubeSpawner, which takes those of Kubernetes in snake_case as well. */
export const isSameField = (one: string, other: string): boolean => plain(one) === plain(other);

const ofOld = new RegExp(`^(${OF_OLD})`);

const plain = (name: string): string =>
  name
    .replace(ofOld, "")
    .replace(/^image_spec$/, "image")
    .replaceAll("_", "")
    .toLowerCase();
