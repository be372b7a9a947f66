import type { Input } from "@pulumi/pulumi";
import type { FileSystemSettings, Settings } from "../settings/settings.ts";
import { planAccess } from "./access.ts";
import { planBackup } from "./backup.ts";
import { planDriver } from "./driver.ts";
import { planFileSystem } from "./fileSystem.ts";
import { planHomes } from "./homes.ts";
import { homesPlace } from "./homesPlace.ts";
import { planHub } from "./hub.ts";
import { type FileSystemHolder, planNetwork } from "./network.ts";
import type { DriverPlace } from "./identity/place.ts";
import { type FileSystemPlan, KNOWN_AFTER_UP, type Plan } from "./plan.ts";
import { planReplication } from "./replication.ts";
import type { FileSystemSite, Site } from "./site.ts";
import { warningsOf } from "./warnings.ts";

/** Everything that a stack will be, out of its settings and of what exists already. Pure. */
export const makePlan = (settings: Settings, site: Site): Plan => ({
  userMode: settings.userMode,
  provisioning: settings.provisioning,
  access: settings.access,
  dataProtection: settings.dataProtection,
  ...planSharedFileSystem(settings, site),
  ...planHomes(settings, homesPlace(site)),
  ...planAccess(settings),
  driver: planDriver(settings, driverPlace(settings, site)),
  hub: planHub(settings, site),
  warnings: warningsOf(settings, site),
});

/** Where the driver runs, as far as it is known before an update. */
const driverPlace = ({ fileSystem }: Pick<Settings, "fileSystem">, site: Site): DriverPlace => ({
  clusterArn: known(site.clusterArn),
  oidcProviderArn: known(site.oidcProviderArn),
  fileSystemId: known(fileSystem.existing?.id),
});

const known = (value: Input<string> | undefined): string =>
  typeof value === "string" ? value : KNOWN_AFTER_UP;

/** The file system's part: what `SharedFileSystem` makes. */
export const planSharedFileSystem = (
  settings: FileSystemHolder & Pick<Settings, "dataProtection">,
  site: FileSystemSite,
): FileSystemPlan => ({
  ...(settings.fileSystem.create && newFileSystem(settings.fileSystem.create, settings, site)),
  ...planNetwork(settings, site),
});

/** What is made with a new file system: one that is there is its owner's, with its backups. */
function newFileSystem(
  create: FileSystemSettings,
  settings: Pick<Settings, "dataProtection" | "tags">,
  site: Pick<Site, "partition">,
): Pick<FileSystemPlan, "fileSystem" | "backup" | "replication"> {
  const backup = planBackup(create, settings, site);
  const replication = planReplication(create, settings);
  return {
    fileSystem: planFileSystem(create, settings),
    ...(backup && { backup }),
    ...(replication && { replication }),
  };
}
