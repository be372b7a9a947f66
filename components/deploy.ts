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
import { lookUpCluster } from "./surroundings/lookUpCluster.ts";
import { lookUpFault } from "./surroundings/lookUpFault.ts";

/** The settings of the stack that is running, out of its config; or one error with every fault. */
export const stackSettings = (): ProgramSettings => readSettings(pulumiConfig(), valueFaults);

/**
 * The program of a stack, out of its settings: looks up the cluster, then makes the hub on it. The command line and
 * the Automation API run the same. The name is in every resource's URN, so it never changes.
 */
export async function deploy(settings: ProgramSettings): Promise<JupyterHubOnEfs> {
  const { name } = settings.cluster.existing;
  const surroundings = await lookUpCluster(name, {
    subnetIds: settings.network.subnetIds,
    podIdentityAgent: needsPodIdentityAgent(settings),
  }).catch((error: unknown) => {
    throw new pulumi.RunError(lookUpFault(name, error));
  });
  const { site, faults } = siteOf(settings, surroundings);
  if (faults.length > 0) throw new pulumi.RunError(formatFaults(faults));
  const { cluster: _cluster, network: _network, kubernetes, ...given } = settings;
  return new JupyterHubOnEfs(
    "jupyterhub",
    { ...given, ...site },
    { providers: [kubernetesProvider("kubernetes", surroundings, kubernetes)] },
  );
}
