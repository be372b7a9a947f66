import type { JupyterHubOnEfs } from "./jupyterHubOnEfs.ts";

/** What people need next, by name. What a mode does not have is not there: the engine would warn of it at each update. */
export function outputsOf(hub: JupyterHubOnEfs): Record<string, unknown> {
  const { fileSystemId, mountTargets, accessPointId, homeClaim, homeStorageClass } = hub;
  const { namespace, hubUrl, userMode, provisioning, exampleHome, versions } = hub;
  const outputs = {
    fileSystemId,
    mountTargets,
    accessPointId,
    homeClaim,
    homeStorageClass,
    namespace,
    hubUrl,
    userMode,
    provisioning,
    exampleHome,
    versions,
  };
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
