import * as pulumi from "@pulumi/pulumi";
import { JupyterHubOnEfs } from "./jupyterHubOnEfs.ts";
import { needsOidcProvider, needsPodIdentityAgent } from "./plan/identityFaults.ts";
import { stackRecord } from "./plan/record.ts";
import { siteOf } from "./plan/siteOf.ts";
import { kubernetesProvider } from "./resources/kubernetesProvider.ts";
import { StackMemory } from "./resources/stackMemory.ts";
import { valueFaults } from "./plan/valueGuard.ts";
import { Access } from "./settings/choices.ts";
import { formatFaults, sortFaults } from "./settings/formatFaults.ts";
import { pulumiConfig } from "./settings/pulumiConfig.ts";
import { readSettings } from "./settings/read.ts";
import type { ProgramSettings } from "./settings/settings.ts";
import type { FoundFileSystem } from "./surroundings/foundFileSystem.ts";
import { findCluster, lookAround } from "./surroundings/lookUpCluster.ts";
import { lookUpNodeRights } from "./surroundings/lookUpNodeRights.ts";
import { lookUpFileSystem } from "./surroundings/lookUpFileSystem.ts";
import { fileSystemLookUpFault, lookUpFault } from "./surroundings/lookUpFault.ts";

/** The settings of the stack that is running, out of its config; or one error with every fault. */
export const stackSettings = (): ProgramSettings => readSettings(pulumiConfig(), valueFaults);

/**
 * The program of a stack, out of its settings: looks up the cluster, then makes the hub on it. The command line and
 * the Automation API run the same. The name is in every resource's URN, so it never changes.
 */
export async function deploy(settings: ProgramSettings): Promise<JupyterHubOnEfs> {
  const { cluster, network, kubernetes, ...given } = settings;
  const { name } = cluster.existing;
  const aboutCluster = (error: unknown) => lookUpFault(name, error);
  const found = await orFault(findCluster(name), aboutCluster);
  const asked = {
    subnetIds: network.subnetIds,
    podIdentityAgent: needsPodIdentityAgent(settings),
    oidcProvider: needsOidcProvider(settings),
  };
  const existing = settings.fileSystem.existing?.id;
  const [around, fileSystems, nodeRights] = await Promise.all([
    orFault(lookAround(found, asked), aboutCluster),
    existingFileSystems(settings),
    settings.access === Access.Iam
      ? lookUpNodeRights(found, typeof existing === "string" ? existing : undefined)
      : undefined,
  ]);
  const { site, faults, warnings } = siteOf(settings, {
    ...around,
    fileSystems,
    ...(nodeRights && { nodeRights }),
  });
  if (faults.length > 0) throw new pulumi.RunError(formatFaults(sortFaults(faults)));
  for (const warning of warnings) void pulumi.log.warn(warning);
  const provider = kubernetesProvider("kubernetes", found, {
    ...(kubernetes && { kubernetes }),
    takesOver: settings.fileSystem.existing !== undefined,
    after: new StackMemory("jupyterhub", stackRecord(settings, site), settings.movedFrom),
  });
  return new JupyterHubOnEfs("jupyterhub", { ...given, ...site }, { providers: [provider] });
}

/** The existing file system that the settings name, by its id; none where it is not there. */
async function existingFileSystems({
  fileSystem,
}: ProgramSettings): Promise<Record<string, FoundFileSystem>> {
  const id = fileSystem.existing?.id;
  if (typeof id !== "string") return {};
  const found = await orFault(lookUpFileSystem(id), (error) => fileSystemLookUpFault(id, error));
  return found === undefined ? {} : { [id]: found };
}

/** A lookup's answer, or an error that people see as its message alone. */
async function orFault<T>(lookup: Promise<T>, about: (error: unknown) => string): Promise<T> {
  try {
    return await lookup;
  } catch (error) {
    throw new pulumi.RunError(about(error));
  }
}
