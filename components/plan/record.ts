import type { Input } from "@pulumi/pulumi";
import { Access, DatabaseKind, DriverInstall, Provisioning, SignInKind } from "../settings/choices.ts";
import type { FileSystemSettings, Settings } from "../settings/settings.ts";
import type { SignInOf } from "../settings/signIn.ts";
import { SecretLeaf } from "../settings/secret.ts";
import { leavesProvisioning } from "./lettingGo.ts";
import { stackRegion } from "./region.ts";
import type { Site } from "./site.ts";

/** Stands in a record for a setting that is not set. */
export const NOTHING = "nothing";

/** Stands for a list of which only the length counts. */
const SEVERAL = "several";

/** Stand for a backup plan, of which all else changes in place, and for the vault that is made for one. */
export const OWN_PLAN = "plan";
export const MADE_VAULT = "made";

/** A value of a setting, as it is remembered. */
export type Recorded = string | number;

/** What homes rest on: the settings whose change would take homes from their users, by path. */
export type HomesRecord = Readonly<Record<string, Recorded>>;

/** What a stack remembers of itself, in its own state, from one update to the next. */
export type StackRecord = RecordWith<Recorded>;

/** The same before an update: a program of somebody's own may give what only the update will tell. */
export type RecordInputs = RecordWith<Input<Recorded>>;

interface RecordWith<Value> {
  readonly homes: Readonly<Record<string, Value>>;
  readonly dataProtection: string;
  /** Whether root servers of the last update keep what they need. Absent: they do not. */
  readonly keepRootAccess?: boolean;
}

/** One setting that is not what the last update left. */
export interface Change {
  readonly path: string;
  readonly from: Recorded;
  readonly to: Recorded;
}

/**
 * What both know and tell differently. A record of another release can know less: without `access` it had no policy. What
 * leaves a record does so with another setting that decides whether it matters, and that one is told.
 */
export const changesOf = (last: HomesRecord, next: HomesRecord): Change[] =>
  Object.entries<Recorded>({ access: Access.Open, ...last }).flatMap(([path, from]) => {
    const to = next[path];
    return to === undefined || String(to) === String(from) ? [] : [{ path, from, to }];
  });

/** The part of a record that can be compared: not what a preview cannot know yet. */
export const toldOf = (homes: Readonly<Record<string, unknown>>): HomesRecord =>
  Object.fromEntries(
    Object.entries(homes).filter(
      (entry): entry is [string, Recorded] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );

/** The zones of the place tell the region, for nothing else does where a component is somebody else's part. */
export const stackRecord = (
  settings: Settings,
  place: Pick<Site, "clusterName" | "subnets" | "existingFileSystem">,
): RecordInputs => ({
  homes: {
    ...regionRecord(stackRegion(settings, place)),
    ...known("cluster.existing.name", place.clusterName),
    ...homesRecord(settings),
  },
  dataProtection: settings.dataProtection,
  ...(settings.keepRootAccess && { keepRootAccess: true }),
});

/** The settings that homes rest on. */
export function homesRecord(settings: Settings): RecordInputs["homes"] {
  const { provisioning, homesPath, homeDirectory, usernames, posix, hub, fileSystem } = settings;
  const { userMode, access, identity, driver } = settings;
  return {
    provisioning,
    homesPath,
    homeDirectory,
    usernames,
    "posix.uid": posix.uid,
    "posix.gid": posix.gid,
    "hub.name": hub.name,
    "hub.namespace": hub.namespace,
    "hub.database.kind": hub.database.kind,
    ...(hub.database.kind === DatabaseKind.Claim && {
      "hub.database.storageClassName": hub.database.storageClassName,
    }),
    ...known("fileSystem.existing.id", fileSystem.existing?.id),
    ...(modeMatters(settings) && { userMode }),
    access,
    "driver.install": driver.install,
    // Absent where there is none to name, so that a change of `access` or of the driver is told once.
    ...(driver.nodeRoleArn !== undefined && known("driver.nodeRoleArn", driver.nodeRoleArn)),
    ...namesRecord(hub),
    // Mounts by a role renew its credentials the way that they were made with, and only our driver's roles are ours.
    ...(access === Access.Iam && driver.install !== DriverInstall.Existing && { identity }),
    ...(fileSystem.create && {
      "fileSystem.create.performanceMode": fileSystem.create.performanceMode,
      ...known("fileSystem.create.oneZone", fileSystem.create.oneZone),
      ...known("fileSystem.create.kmsKeyArn", fileSystem.create.kmsKeyArn),
      ...copiesRecord(fileSystem.create),
    }),
  };
}

const regionRecord = (region: string | undefined): RecordInputs["homes"] =>
  region === undefined ? {} : { "aws:region": region };

/** Of what copies the homes only what is held: the rest changes in place. */
const copiesRecord = ({ backup, replication }: FileSystemSettings): RecordInputs["homes"] => ({
  ...(typeof backup === "object"
    ? {
        "fileSystem.create.backup": OWN_PLAN,
        "fileSystem.create.backup.vault": backup.vault === undefined ? MADE_VAULT : "given",
      }
    : { "fileSystem.create.backup": backup ? "automatic" : NOTHING }),
  "fileSystem.create.replication.region": replication?.region ?? NOTHING,
  ...(replication && known("fileSystem.create.replication.kmsKeyArn", replication.kmsKeyArn)),
});

/** What decides how the hub calls people: a name is a home. */
const namesRecord = ({ signIn }: Settings["hub"]): RecordInputs["homes"] => ({
  "hub.signIn.kind": signIn?.kind ?? NOTHING,
  ...(signIn?.kind === SignInKind.Google && { "hub.signIn.hostedDomains": onlyDomain(signIn) }),
  ...(signIn?.kind === SignInKind.Oidc && known("hub.signIn.usernameClaim", signIn.usernameClaim)),
  ...(signIn?.kind === SignInKind.Ldap && known("hub.signIn.userAttribute", signIn.userAttribute)),
});

/**
 * With exactly one domain its users go by the part before the @, else by the whole address.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.google.html
 */
const onlyDomain = ({ hostedDomains: [domain, ...more] = [] }: SignInOf<"google">): string =>
  more.length > 0 ? SEVERAL : (domain ?? NOTHING);

/**
 * In dynamic provisioning a flip of the mode takes nothing from anybody, on an adopted file system either: every access
 * point makes everybody `posix`.
 */
const modeMatters = (settings: Settings): boolean =>
  settings.provisioning === Provisioning.Static || leavesProvisioning(settings) === Provisioning.Static;

/** What only an update will know is given as it is, and the engine puts its value into the state. */
const known = (path: string, value: Input<string> | undefined): RecordInputs["homes"] =>
  value instanceof SecretLeaf ? {} : { [path]: value ?? NOTHING };
