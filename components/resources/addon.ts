import { Addon } from "@pulumi/aws/eks/addon.js";
import * as pulumi from "@pulumi/pulumi";
import type { AddonPlan } from "../plan/plan.ts";
import type { Settings } from "../settings/settings.ts";

/** Whose add-on it is. */
export interface AddonPlace {
  readonly clusterName: pulumi.Input<string>;
  readonly tags: Settings["tags"];
}

/**
 * An EKS add-on. Its roles are not its own: of the driver's two service accounts, it knows one alone.
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1759
 */
export const makeAddon = (
  name: string,
  { name: addonName, version, values }: AddonPlan,
  place: AddonPlace,
  opts: pulumi.CustomResourceOptions,
): Addon =>
  new Addon(
    name,
    {
      ...place,
      addonName,
      ...(version !== undefined && { addonVersion: version }),
      ...(Object.keys(values).length > 0 && { configurationValues: pulumi.jsonStringify(values) }),
    },
    opts,
  );
