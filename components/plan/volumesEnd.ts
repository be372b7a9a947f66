import { DataProtection, Provisioning } from "../settings/choices.ts";
import { homesStorageClass } from "../settings/names.ts";
import { serversImage } from "./homesJob.ts";
import type { HomesSettings } from "./homesSettings.ts";
import { driverAccounts } from "./identity/roles.ts";
import { isOrWas } from "./lettingGo.ts";
import type { ReleasePlan } from "./plan.ts";
import { EFS_CSI_DRIVER } from "./volume.ts";

/** The driver's controller, as its chart and the EKS add-on call it. */
const controller = { namespace: driverAccounts.controller.namespace, name: "efs-csi-controller" } as const;

/** Helm takes no longer name. https://helm.sh/docs/chart_template_guide/builtin_objects/ */
const LONGEST_RELEASE = 53;

/** With hundreds of homes, EFS lets the driver wait between its calls. */
const timeoutSeconds = 3600;

/**
 * What ends the volumes that the driver made, once the hub's namespace and all claims are gone, and before the driver goes:
 * a release of nothing but what Helm runs when it is uninstalled. Only where all is to go and the file system stays: one of
 * ours takes its access points along. https://helm.sh/docs/topics/charts_hooks/
 */
export function planVolumesEnd(
  settings: Pick<
    HomesSettings,
    "dataProtection" | "fileSystem" | "provisioning" | "movedFrom" | "posix" | "hub"
  >,
): ReleasePlan | undefined {
  const { dataProtection, fileSystem, posix, hub } = settings;
  if (dataProtection !== DataProtection.Delete || fileSystem.existing === undefined) return undefined;
  if (!isOrWas(settings, Provisioning.Dynamic)) return undefined;
  const suffix = "-volumes-end";
  return {
    name: `${hub.namespace.slice(0, LONGEST_RELEASE - suffix.length)}${suffix}`,
    // The hub's own is gone by then.
    namespace: controller.namespace,
    chart: { chart: "volumes-end" },
    timeoutSeconds,
    values: {
      hubNamespace: hub.namespace,
      storageClassName: homesStorageClass(hub.namespace),
      driver: EFS_CSI_DRIVER,
      controller,
      // Python is in it.
      image: serversImage(hub),
      user: posix,
      // So that it is the job that says why.
      deadlineSeconds: timeoutSeconds - 100,
    },
  };
}
