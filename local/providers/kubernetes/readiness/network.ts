import { at, listAt, type Manifest, nameOf, namespaceOf, textAt } from "../cluster/manifest.ts";
import { isProperties } from "../../engine/values.ts";
import { type Awaited, unless } from "./readiness.ts";

const addressed = (live: Manifest): boolean => listAt(live, "status", "loadBalancer", "ingress").length > 0;

const targetsPods = (service: Manifest): boolean => {
  const selector = at(service, "spec", "selector");
  const headless = textAt(service, "spec", "clusterIP") === "None";
  const external = textAt(service, "spec", "type") === "ExternalName";
  return !headless && !external && isProperties(selector) && Object.keys(selector).length > 0;
};

/** Where it selects pods, they are ready; where it is a load balancer, it has an address. */
export const service: Awaited = {
  onRead: true,
  look: async (live, { cluster }) => {
    const reasons: string[] = [];
    if (textAt(live, "spec", "type") === "LoadBalancer") {
      reasons.push(
        ...unless(
          addressed(live),
          "Service was not allocated an IP address; does your cloud provider support this?",
        ),
      );
    }
    if (!targetsPods(live)) return reasons;
    const reference = {
      apiVersion: "v1",
      kind: "Endpoints",
      namespace: namespaceOf(live),
      name: nameOf(live),
    };
    const subsets = listAt(await cluster.get(reference), "subsets");
    const ready = subsets.some((subset) => listAt(subset, "addresses").length > 0);
    const pending = subsets.some((subset) => listAt(subset, "notReadyAddresses").length > 0);
    const none =
      "Service does not target any Pods. Selected Pods may not be ready, or field '.spec.selector' may not match labels on any Pods";
    return [...reasons, ...unless(ready && !pending, none)];
  },
};

/** It has an address. */
export const ingress: Awaited = {
  onRead: true,
  look: (live) =>
    unless(
      addressed(live),
      "Ingress .status.loadBalancer field was not updated with a hostname/IP address. " +
        "Is an ingress controller running in the cluster?",
    ),
};
