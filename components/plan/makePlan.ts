import type { Settings } from "../settings/settings.ts";
import { planDriver } from "./driver.ts";
import { planFileSystem } from "./fileSystem.ts";
import { planHomes } from "./homes.ts";
import { planHub } from "./hub.ts";
import { planIngressRules, planMountTargets, planSecurityGroup } from "./network.ts";
import type { FileSystemPlan, Plan } from "./plan.ts";
import type { Site } from "./site.ts";
import { warningsOf } from "./warnings.ts";

/** Everything that a stack will be, out of its settings and of what exists already. Pure. */
export const makePlan = (settings: Settings, site: Site): Plan => ({
  userMode: settings.userMode,
  provisioning: settings.provisioning,
  dataProtection: settings.dataProtection,
  ...planSharedFileSystem(settings, site),
  ...planHomes(settings),
  driver: planDriver(settings, site),
  hub: planHub(settings),
  warnings: warningsOf(settings),
});

/** The file system's part: what `SharedFileSystem` makes. */
export const planSharedFileSystem = (
  settings: Pick<Settings, "fileSystem" | "tags">,
  site: Pick<Site, "vpcId" | "subnets" | "clientSecurityGroups">,
): FileSystemPlan => ({
  ...(settings.fileSystem.create && { fileSystem: planFileSystem(settings.fileSystem.create, settings) }),
  securityGroup: planSecurityGroup(settings, site),
  securityGroupIngressRules: planIngressRules(settings, site),
  mountTargets: planMountTargets(settings, site),
});
