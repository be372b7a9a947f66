import { autoname } from "../../engine/autoname.ts";
import type { CheckRequest, CheckResult } from "../../engine/resourceType.ts";
import { at, type Manifest, nameOf, namespaceOf, withMetadata } from "../cluster/manifest.ts";
import { containsUnknown, isProperties, type Value } from "../../engine/values.ts";
import { autonamed } from "./annotations.ts";

const named = (manifest: Manifest, name: string): Manifest => {
  const annotations = at(manifest, "metadata", "annotations");
  return withMetadata(manifest, {
    name,
    annotations: { ...(isProperties(annotations) ? annotations : {}), "pulumi.com/autonamed": "true" },
  });
};

const unplaced = (manifest: Manifest): Value | undefined =>
  isProperties(manifest.metadata) ? undefined : manifest.metadata;

/**
 * The inputs with a name: as the program says, as it was made up last time, or made up now from the logical name and
 * eight hexadecimal digits.
 */
export function withName(request: CheckRequest): CheckResult {
  const { news, olds } = request;
  // In a preview the metadata, or its name, may be a placeholder for what is not known yet.
  if (nameOf(news) !== "" || containsUnknown(at(news, "metadata", "name") ?? unplaced(news)))
    return { inputs: news };
  if (at(news, "metadata", "generateName") !== undefined) {
    const reason = "the `.metadata.generateName` field is not supported in Server-Side Apply mode";
    return { inputs: news, failures: [{ property: "metadata.generateName", reason }] };
  }
  if (olds !== undefined) return { inputs: autonamed(olds) ? named(news, nameOf(olds)) : news };
  const name = autoname(request, { digits: 8, maxLength: 253 });
  if (name !== undefined) return { inputs: named(news, name) };
  const reason = "autonaming is disabled, resource requires the .metadata.name field to be set";
  return { inputs: news, failures: [{ property: "metadata.name", reason }] };
}

/** The inputs with a namespace where the kind has one and the program says none. */
export function withNamespace(inputs: Manifest, namespaced: boolean, usual: string): Manifest {
  return namespaced && namespaceOf(inputs) === "" && !containsUnknown(unplaced(inputs))
    ? withMetadata(inputs, { namespace: usual })
    : inputs;
}
