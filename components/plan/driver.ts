import { DriverInstall, Identity } from "../settings/choices.ts";
import type { ChartSettings, HelmValues, Settings } from "../settings/settings.ts";
import { efsCsiDriverAddon, efsCsiDriverChart } from "../versions.ts";
import type { DriverPlace } from "./identity/place.ts";
import {
  driverAccounts,
  type DriverPart,
  partsWithRole,
  planDriverRoles,
  type RoleSettings,
} from "./identity/roles.ts";
import { leavesDriver } from "./lettingGo.ts";
import { mergeValues } from "./mergeValues.ts";
import { type AddonPlan, type DriverPlan, KNOWN_AFTER_UP, type ReleasePlan } from "./plan.ts";

/** The EFS CSI driver, and the roles of its service accounts. */
export function planDriver(settings: DriverPlanSettings, place: DriverPlace): DriverPlan {
  const { driver } = settings;
  const { install } = driver;
  if (install === DriverInstall.Existing) return { install };
  const roles = planDriverRoles(settings, place);
  if (leavesDriver(settings)) return { install: "later", roles };
  return install === DriverInstall.Addon
    ? { install, ...addonOf(driver), roles }
    : { install, ...releaseOf(settings), roles };
}

type DriverPlanSettings = RoleSettings & Pick<Settings, "tags">;

const releaseOf = (settings: RoleSettings): ReleasePlan => ({
  name: efsCsiDriverChart.name,
  namespace: driverAccounts.controller.namespace,
  chart: chartOf(efsCsiDriverChart.name, settings.driver.chart),
  timeoutSeconds: 600,
  values: mergeValues(driverDefaults, managedDriverValues(settings), settings.driver.values),
});

/** It takes few values, and refuses all others: what its configuration has not is as the add-on has it. */
const addonOf = ({ addonVersion, values }: Settings["driver"]): AddonPlan => ({
  name: efsCsiDriverAddon,
  ...(addonVersion !== undefined && { version: addonVersion }),
  values,
});

const driverDefaults: HelmValues = {
  // Many users starting at once make many access points at once: the driver's 15 s are too few under throttling.
  controller: { timeout: "60s" },
};

/** What a user's values may not contradict. */
export const managedDriverValues = (settings: RoleSettings): HelmValues =>
  mergeValues(
    {
      // EKS makes the CSIDriver object with the cluster. The chart's hook takes its place; as a part of the release, it
      // would be somebody else's, and Helm would refuse to install the driver.
      useHelmHooksForCSIDriver: true,
      controller: {
        // With true, the deletion of a claim's volume would delete the home.
        deleteAccessPointRootDir: false,
        serviceAccount: { name: driverAccounts.controller.name },
      },
    },
    ...partsWithRole(settings).map((part) => ({ [part]: valuesWithRole(part, settings) })),
  );

/** Where EKS looks for the role of a service account. https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

/**
 * A pod gets its role when it starts, and never later. The driver of a stack that exists has pods that run already: with
 * the annotation they change, and are made anew whenever they get their role, or get it another way.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
const valuesWithRole = (part: DriverPart, settings: Pick<Settings, "identity">): HelmValues => ({
  podAnnotations: { "jupyterhub-efs/role": settings.identity },
  serviceAccount: {
    name: driverAccounts[part].name,
    ...(settings.identity === Identity.Irsa && withRoleArn(KNOWN_AFTER_UP)),
  },
});

/** The service account's part of the values that names its role. One that somebody else makes would lack it. */
export const withRoleArn = (roleArn: unknown): HelmValues => ({
  create: true,
  annotations: { [ROLE_ANNOTATION]: roleArn },
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
