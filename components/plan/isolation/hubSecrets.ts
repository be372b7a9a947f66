import type { Fault } from "../../settings/fault.ts";
import { isRecord } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { spawnerSections } from "../decidedTraits.ts";
import { mayBe } from "../templates.ts";
import { fieldOf, isSameField, valuesAt, type Written } from "../valuesAt.ts";

/** The chart's Secret: the proxy's token, the key of the users' cookies, the database's address. */
const HUB_SECRET = "hub";

/** Secrets of the hub's that a value would show to servers: as a volume, a variable, or all of it as variables. */
export function hubSecretFaults(values: HelmValues): Fault[] {
  const [own] = fieldOf(values, "hub", "existingSecret");
  const secrets = [HUB_SECRET, ...(typeof own === "string" && own !== "" ? [own] : [])];
  return [["singleuser"], ...spawnerSections.map((section) => ["hub", "config", section])]
    .flatMap((place) => valuesAt(values, place, "hub.values"))
    .flatMap((part) => secretNames(part))
    .filter(({ value }) => secrets.some((secret) => mayBe(value, secret)))
    .map(({ path, value }) => ({
      path,
      rule: "may not be the hub's own Secret, nor a name that a user may choose, because its keys let anybody be anybody",
      got: show(value, path),
      fix: "make a Secret of its own for what servers are to know, with a text of its own before any field",
    }));
}

/** Where Kubernetes takes a Secret's name: in a field of its own, or as the name in a reference. */
function secretNames({ path, value }: Written, parent = ""): Written[] {
  if (!Array.isArray(value) && !isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]): Written[] => {
    const here = { path: Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, value: child };
    const isName =
      isSameField(key, "secretName") ||
      (key === "name" && references.some((one) => isSameField(parent, one)));
    return isName ? [here] : secretNames(here, Array.isArray(value) ? parent : key);
  });
}

/** https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/ */
const references = ["secret", "secretRef", "secretKeyRef", "nodePublishSecretRef"];
