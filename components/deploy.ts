import * as pulumi from "@pulumi/pulumi";
import { JupyterHubOnEfs } from "./jupyterHubOnEfs.ts";
import { needsPodIdentityAgent } from "./plan/siteFaults.ts";
import { siteOf } from "./plan/siteOf.ts";
import { kubernetesProvider } from "./resources/kubernetesProvider.ts";
import { valueFaults } from "./plan/valueGuard.ts";
import { formatFaults } from "./settings/formatFaults.ts";
import { pulumiConfig } from "./settings/pulumiConfig.ts";
import { readSettings } from "./settings/read.ts";
import type { ProgramSettings } from "./settings/settings.ts";
import { findCluster, lookAround } from "./surroundings/lookUpCluster.ts";
import { lookUpFault } from "./surroundings/lookUpFault.ts";

/** The settings of the stack that is running, out of its config; or one error with every fault. */
export const stackSettings = (): ProgramSettings => readSettings(pulumiConfig(), valueFaults);

/**
 * The program of a stack, out of its settings: looks up the cluster, then makes the hub on it. The command line and
 * the Automation API run the same. The name is in every resource's URN, so it never changes.
 */
export async function deploy(settings: ProgramSettings): Promise<JupyterHubOnEfs> {
  const { cluster, network, kubernetes, ...given } = settings;
  const found = await orFault(cluster.existing.name, findCluster(cluster.existing.name));
  // It starts while the rest is looked up, and makes nothing by itself.
  const provider = kubernetesProvider("kubernetes", found, {
    ...(kubernetes && { kubernetes }),
    takesOver: settings.fileSystem.existing !== undefined,
  });
  const podIdentityAgent = needsPodIdentityAgent(settings);
  const around = lookAround(found, { subnetIds: network.subnetIds, podIdentityAgent });
  const { site, faults } = siteOf(settings, await orFault(cluster.existing.name, around));
  if (faults.length > 0) throw new pulumi.RunError(formatFaults(faults));
  return new JupyterHubOnEfs("jupyterhub", { ...given, ...site }, { providers: [provider] });
}

/** A lookup's answer, or an error that people see as its message alone. */
async function orFault<T>(clusterName: string, lookup: Promise<T>): Promise<T> {
  try {
    return await lookup;
  } catch (error) {
    throw new pulumi.RunError(lookUpFault(clusterName, error));
  }
}
