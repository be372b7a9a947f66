import type { Fault } from "../settings/fault.ts";
import type { Settings } from "../settings/settings.ts";
import { zoneFaults } from "./existing/zoneFaults.ts";
import { egressFaults } from "./isolation/egressFaults.ts";
import { identityFaults, type RoleSite } from "./identityFaults.ts";
import type { RoleSettings } from "./identity/roles.ts";
import { regionFaults } from "./regionFaults.ts";
import type { Site } from "./site.ts";

/** Where the program and the component say the same thing under names of their own. */
export interface SitePaths {
  readonly subnets: string;
  readonly clientSecurityGroups: string;
}

export const componentPaths: SitePaths = { subnets: "subnets", clientSecurityGroups: "clientSecurityGroups" };
export const programPaths: SitePaths = {
  subnets: "network.subnetIds",
  clientSecurityGroups: "network.clientSecurityGroupIds",
};

/** What the settings want and the place cannot give. What was not looked up is not judged. */
export const siteFaults = (
  settings: Pick<Settings, "fileSystem"> & RoleSettings & { readonly hub: Pick<Settings["hub"], "values"> },
  site: Pick<Site, "subnets" | "clientSecurityGroups" | "existingFileSystem" | "vpcCidrs"> & RoleSite,
  paths: SitePaths,
): Fault[] => [
  ...networkFaults(settings, site, paths),
  ...identityFaults(settings, site),
  ...egressFaults(settings.hub.values, site.vpcCidrs ?? []),
];

/** Whether homes can be reached: zones, and who may mount. */
export function networkFaults(
  { fileSystem }: Pick<Settings, "fileSystem">,
  site: Pick<Site, "subnets" | "clientSecurityGroups" | "existingFileSystem">,
  paths: SitePaths,
): Fault[] {
  const { create } = fileSystem;
  const { subnets, clientSecurityGroups } = site;
  const faults = [...regionFaults({ fileSystem }, subnets), ...zoneFaults({ fileSystem }, site)];
  const zones = subnets && Object.keys(subnets).sort();
  if (zones?.length === 0) {
    faults.push({
      path: paths.subnets,
      rule: "must have a subnet: without a mount target nobody can mount",
      got: "none",
      fix: "give one subnet for each zone where nodes run",
    });
  } else if (zones && create?.oneZone !== undefined && !zones.includes(create.oneZone)) {
    faults.push({
      path: "fileSystem.create.oneZone",
      rule: `must be a zone of the subnets (${zones.join(", ")})`,
      got: create.oneZone,
      fix: `choose one of these zones, or add a subnet of that zone to ${paths.subnets}`,
    });
  }
  if (clientSecurityGroups && Object.keys(clientSecurityGroups).length === 0) {
    faults.push({
      path: paths.clientSecurityGroups,
      rule: "must have a security group: without one nobody can mount",
      got: "none",
      fix: "give the security groups of the nodes",
    });
  }
  return faults;
}
