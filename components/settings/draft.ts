import { defaultHomesPath, defaults } from "./defaults.ts";
import type {
  BackupSettings,
  Database,
  FileSystemSettings,
  FileSystemSource,
  HubSettings,
  ProgramSettings,
  ReplicationSettings,
} from "./settings.ts";
import { callbackUrlInValues } from "./publicUrl.ts";
import type { Given } from "./shape/shape.ts";
import { hasKey, type SignIn, signInKeys } from "./signIn.ts";

/** Settings with their defaults, before the rules: what nobody may guess can still be absent. */
export interface Draft extends Omit<ProgramSettings, "cluster" | "hub"> {
  readonly cluster?: ProgramSettings["cluster"];
  readonly hub: Omit<HubSettings, "database"> & { readonly database?: Database };
}

/** Fills in the defaults, key by key; a given `lifecycle`, or a chart by path, replaces the default whole. */
export function draft(given: Given): Draft {
  const { cluster, kubernetes, network = {}, fileSystem, driver, hub } = given;
  const name = hub?.name ?? defaults.hub.name;
  const database = databaseOf(hub?.database);
  const signIn = signInOf(hub);
  const clusterName = cluster?.existing?.name;
  return {
    ...(clusterName !== undefined && { cluster: { existing: { name: clusterName } } }),
    // An empty mapping asks for nothing. Handed on, it would ask for the machine's current context.
    ...(kubernetes !== undefined && Object.keys(kubernetes).length > 0 && { kubernetes }),
    network,
    userMode: given.userMode ?? defaults.userMode,
    provisioning: given.provisioning ?? defaults.provisioning,
    posix: { ...defaults.posix, ...given.posix },
    fileSystem: sourceOf(fileSystem),
    access: given.access ?? defaults.access,
    keepRootAccess: given.keepRootAccess ?? defaults.keepRootAccess,
    dataProtection: given.dataProtection ?? defaults.dataProtection,
    movedFrom: given.movedFrom ?? {},
    fixOwners: given.fixOwners ?? defaults.fixOwners,
    homesPath: given.homesPath ?? defaultHomesPath(name),
    homeDirectory: given.homeDirectory ?? defaults.homeDirectory,
    usernames: given.usernames ?? defaults.usernames,
    sharedFolders: sharedFoldersOf(given.sharedFolders),
    identity: given.identity ?? defaults.identity,
    driver: {
      install: driver?.install ?? defaults.driver.install,
      chart: chartOf(driver?.chart, defaults.driver.chart),
      ...(driver?.addonVersion !== undefined && { addonVersion: driver.addonVersion }),
      values: driver?.values ?? {},
      ...(driver?.nodeRoleArn !== undefined && { nodeRoleArn: driver.nodeRoleArn }),
    },
    hub: {
      name,
      namespace: hub?.namespace ?? name,
      chart: chartOf(hub?.chart, defaults.hub.chart),
      image: { ...defaults.hub.image, ...hub?.image },
      ...(database !== undefined && { database }),
      ...(signIn !== undefined && { signIn }),
      admins: hub?.admins ?? [],
      grantSudo: hub?.grantSudo ?? defaults.hub.grantSudo,
      blockNfs: hub?.blockNfs ?? defaults.hub.blockNfs,
      timeoutSeconds: hub?.timeoutSeconds ?? defaults.hub.timeoutSeconds,
      values: hub?.values ?? {},
    },
    tags: given.tags ?? {},
  };
}

/** An existing one without its id is a fault of its own; meanwhile a new one stands in its place. */
function sourceOf({ create, existing }: NonNullable<Given["fileSystem"]> = {}): FileSystemSource {
  const { id, ...more } = existing ?? {};
  return id === undefined
    ? { create: newFileSystem(create) }
    : { existing: { id, ...defaults.existingFileSystem, ...more } };
}

type GivenNew = NonNullable<NonNullable<Given["fileSystem"]>["create"]>;

function newFileSystem({ backup, replication, ...more }: GivenNew = {}): FileSystemSettings {
  const replica = replicationOf(replication);
  return {
    ...defaults.fileSystem,
    ...more,
    ...(backup !== undefined && { backup: backupOf(backup) }),
    ...(replica !== undefined && { replication: replica }),
  };
}

/** A mapping, even an empty one, asks for a plan of its own. */
const backupOf = (given: NonNullable<GivenNew["backup"]>): BackupSettings =>
  typeof given === "boolean" ? given : { ...defaults.backupPlan, ...given };

/** Nobody can guess the region; while it is missing, which is a fault of its own, there is no replica. */
const replicationOf = ({ region, kmsKeyArn }: GivenNew["replication"] = {}):
  ReplicationSettings | undefined =>
  region === undefined ? undefined : { region, ...(kmsKeyArn !== undefined && { kmsKeyArn }) };

const sharedFoldersOf = (given: NonNullable<Given["sharedFolders"]> = {}): Draft["sharedFolders"] =>
  Object.fromEntries(
    Object.entries(given).map(([name, folder]) => [name, { ...defaults.sharedFolder, ...folder }]),
  );

const chartOf = (given: HubSettings["chart"] = {}, byDefault: HubSettings["chart"]): HubSettings["chart"] =>
  given.path === undefined ? { ...byDefault, ...given } : { path: given.path };

/** The database as one of its kinds; undefined while a part that its kind needs is missing. */
function databaseOf(given: NonNullable<Given["hub"]>["database"] = {}): Database | undefined {
  const { kind, storageClassName, url } = given;
  if (kind === "memory") return { kind };
  if (kind === "claim" && storageClassName !== undefined) return { kind, storageClassName };
  if (kind === "postgres" && url !== undefined) return { kind, url };
  return undefined;
}

/** Sign-in as one of its kinds; undefined while a part that its kind needs is missing, or one is another kind's. */
function signInOf({ signIn, values = {} }: NonNullable<Given["hub"]> = {}): SignIn | undefined {
  if (signIn?.kind === undefined) return undefined;
  const { kind, ...given } = signIn;
  const callbackUrl = hasKey(kind, "callbackUrl") ? callbackUrlInValues(values) : undefined;
  const byDefault: Partial<Record<string, object>> = defaults.signIn;
  const complete = { kind, ...byDefault[kind], ...(callbackUrl !== undefined && { callbackUrl }), ...given };
  const isComplete = signInKeys[kind].needs.every((key) => key in complete);
  // The rules say what is missing and what is too much; while there is any, nothing looks at the rest.
  return isComplete ? (complete as SignIn) : undefined;
}
