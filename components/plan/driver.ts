import { DriverInstall, Provisioning } from "../settings/choices.ts";
import type { ChartSettings, HelmValues, Settings } from "../settings/settings.ts";
import { efsCsiDriverChart } from "../versions.ts";
import { mergeValues } from "./mergeValues.ts";
import type { DriverPlan, DriverRole, ReleasePlan } from "./plan.ts";
import type { Site } from "./site.ts";
import { namedTags } from "./tags.ts";

const NAMESPACE = "kube-system";
const CONTROLLER_SERVICE_ACCOUNT = "efs-csi-controller-sa";

/** The EFS CSI driver, and the role that its controller needs where it makes access points. */
export function planDriver(
  settings: Pick<Settings, "driver" | "provisioning" | "tags">,
  site: Pick<Site, "partition">,
): DriverPlan {
  const { driver, provisioning } = settings;
  if (driver.install === DriverInstall.Existing) return { install: DriverInstall.Existing };
  return {
    install: DriverInstall.Helm,
    name: efsCsiDriverChart.name,
    namespace: NAMESPACE,
    chart: chartOf(efsCsiDriverChart.name, driver.chart),
    timeoutSeconds: 600,
    ...(provisioning === Provisioning.Dynamic
      ? {
          values: mergeValues(driverDefaults, startedWithRole, managedDriverValues, driver.values),
          controllerRole: controllerRole(settings.tags, site.partition),
        }
      : { values: mergeValues(driverDefaults, managedDriverValues, driver.values) }),
  };
}

const driverDefaults: HelmValues = {
  // Many users starting at once make many access points at once: the driver's 15 s are too few under throttling.
  controller: { timeout: "60s" },
};

/**
 * A pod gets its role when it starts, and never later. A static stack that becomes a dynamic one has controllers that
 * run already: with this their pods change, and are made anew.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
const startedWithRole: HelmValues = {
  controller: { podAnnotations: { "jupyterhub-efs/role": "pod-identity" } },
};

/** What a user's values may not contradict. */
export const managedDriverValues: HelmValues = {
  // EKS makes the CSIDriver object with the cluster. The chart's hook takes its place; as a part of the release, it
  // would be somebody else's, and Helm would refuse to install the driver.
  useHelmHooksForCSIDriver: true,
  controller: {
    // With true, the deletion of a claim's volume would delete the home.
    deleteAccessPointRootDir: false,
    serviceAccount: { name: CONTROLLER_SERVICE_ACCOUNT },
  },
};

/** https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html */
const controllerRole = (tags: Settings["tags"], partition: string): DriverRole => ({
  serviceAccount: CONTROLLER_SERVICE_ACCOUNT,
  namespace: NAMESPACE,
  role: {
    description: "The EFS CSI driver's controller: makes an access point for each user's claim",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    }),
    tags: namedTags(CONTROLLER_SERVICE_ACCOUNT, tags),
  },
  policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy`,
});

/**
 * A chart as the release takes it: a local path; a name in a repository at an exact version; or an address in a
 * registry, in which Helm cannot look for a name. https://helm.sh/docs/topics/registries/
 */
export function chartOf(name: string, { path, version, repository }: ChartSettings): ReleasePlan["chart"] {
  if (path !== undefined) return { chart: path };
  const isRegistry = repository?.startsWith("oci://") === true;
  return {
    chart: isRegistry ? `${repository.replace(/\/+$/, "")}/${name}` : name,
    ...(version !== undefined && { version }),
    ...(repository !== undefined && !isRegistry && { repository }),
  };
}
