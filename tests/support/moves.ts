import { parse } from "yaml";
import { stackRecord, type StackRecord, toldOf } from "../../components/plan/record.ts";
import { settingsOf, site } from "./settings.ts";

export type Raw = Record<string, unknown>;

export const existing = (id: string) => ({
  fileSystem: { existing: { id } },
  homesPath: "/homes",
  usernames: "safe",
});
export const recordOf = (raw: Raw, place: Parameters<typeof stackRecord>[1] = site): StackRecord => {
  const { homes, ...rest } = stackRecord(settingsOf(raw), place);
  return { ...rest, homes: toldOf(homes) };
};

/** What people would paste, as the engine would read it. */
export const pasted = (refused: string | undefined): unknown =>
  (parse(refused?.split("lets it through:\n\n")[1] ?? "") as Raw).movedFrom;

const signIn = (kind: string, more: Raw): Raw => ({ hub: { signIn: { kind, ...more } } });
const oauth = {
  clientId: "1234567890-abc.apps.googleusercontent.com",
  clientSecret: "0123456789abcdef",
  callbackUrl: "https://hub.example.org/hub/oauth_callback",
};
const google = (...hostedDomains: string[]) => signIn("google", { ...oauth, hostedDomains });
const oidc = (usernameClaim: string) =>
  signIn("oidc", {
    ...oauth,
    authorizeUrl: "https://id.example.org/authorize",
    tokenUrl: "https://id.example.org/token",
    usernameClaim,
    users: ["ada"],
  });
const ldap = (userAttribute: string) =>
  signIn("ldap", {
    serverAddress: "ldap.example.org",
    searchBase: "ou=people,dc=example,dc=org",
    userAttribute,
    users: ["ada"],
  });
export const mountedBy = (role: string) => ({
  driver: { install: "existing", nodeRoleArn: `arn:aws:iam::123456789012:role/${role}` },
});

/** Each setting that homes rest on: before, after, what is to be read, and the word that lets it through. */
export const changes: readonly (readonly [
  path: string,
  before: Raw,
  after: Raw,
  said: RegExp,
  word: string | number,
])[] = [
  [
    "homesPath",
    {},
    { homesPath: "/homes" },
    /is \/hub\/home-bob-smith---365b77fb .* \/homes\/home-bob/,
    "/hub",
  ],
  [
    "homeDirectory",
    {},
    { homeDirectory: "h-{username}" },
    /\/hub\/h-bob-smith---365b77fb/,
    "home-{username}",
  ],
  ["usernames", {}, { usernames: "escape" }, /\/hub\/home-bob-2esmith/, "safe"],
  ["posix.uid", {}, { posix: { uid: 2000 } }, /1000:100, and servers would run as 2000:100/, 1000],
  ["posix.gid", {}, { posix: { gid: 2000 } }, /1000:100, and servers would run as 1000:2000/, 100],
  ["provisioning", {}, { provisioning: "dynamic" }, /keep their paths/, "static"],
  [
    "hub.signIn.kind",
    { hub: { signIn: { kind: "anyone" } } },
    { hub: { admins: ["ada"], signIn: { kind: "native" } } },
    /call people otherwise/,
    "anyone",
  ],
  ["hub.signIn.hostedDomains", google("a.org"), google("a.org", "b.org"), /call people otherwise/, "a.org"],
  ["hub.signIn.hostedDomains", google("a.org"), google("b.org"), /somebody else's/, "a.org"],
  ["hub.signIn.hostedDomains", google("a.org", "b.org"), google("b.org"), /call people/, "several"],
  ["hub.signIn.usernameClaim", oidc("sub"), oidc("email"), /call people otherwise/, "sub"],
  ["hub.signIn.userAttribute", ldap("uid"), ldap("mail"), /call people otherwise/, "uid"],
  [
    "driver.nodeRoleArn",
    mountedBy("one"),
    mountedBy("other"),
    /lets in this role alone/,
    "arn:aws:iam::123456789012:role/one",
  ],
  ["identity", {}, { identity: "irsa" }, /within the hour/, "pod-identity"],
  ["hub.database.kind", {}, { hub: { database: { kind: "memory" } } }, /another database/, "claim"],
  [
    "hub.database.storageClassName",
    {},
    { hub: { database: { kind: "claim", storageClassName: "io2" } } },
    /another database/,
    "gp3",
  ],
  [
    "userMode",
    { ...existing("fs-0123456789abcdef0"), userMode: "root" },
    existing("fs-0123456789abcdef0"),
    /belong to root/,
    "root",
  ],
  [
    "userMode",
    existing("fs-0123456789abcdef0"),
    { ...existing("fs-0123456789abcdef0"), userMode: "root" },
    /give each home's directory to `posix`/,
    "non-root",
  ],
  ["userMode", { userMode: "root" }, {}, /`keepRootAccess: true` until none runs/, "root"],
  ["userMode", { userMode: "root", access: "tls" }, { access: "tls" }, /keepRootAccess/, "root"],
  ["access", { access: "tls" }, {}, /mounted without a role.*stop all of them/, "tls"],
  ["access", { access: "open" }, {}, /mounted without a role.*stop all of them first\.\n/, "open"],
  [
    "access",
    { access: "open", provisioning: "dynamic" },
    { provisioning: "dynamic" },
    /moves\.md#access/,
    "open",
  ],
  ["access", {}, { access: "open" }, /by the driver's role, which goes/, "iam"],
  [
    "access",
    { access: "open" },
    { access: "tls" },
    /started as root before .* `keepRootAccess: true`/,
    "open",
  ],
];

/** What would be made anew in the place of what holds data. */
export const replacements: typeof changes = [
  ["hub.namespace", {}, { hub: { namespace: "other" } }, /another hub/, "hub"],
  ["fileSystem.create.performanceMode", {}, bursting("maxIO"), /another file system/, "generalPurpose"],
  [
    "fileSystem.create.oneZone",
    {},
    { fileSystem: { create: { oneZone: "us-east-1a" } } },
    /another file system/,
    "nothing",
  ],
  [
    "fileSystem.existing.id",
    {},
    { ...existing("fs-0123456789abcdef0"), homesPath: "/hub" },
    /another file system/,
    "nothing",
  ],
];

export const dynamic = { provisioning: "dynamic" };

function bursting(performanceMode: string): Raw {
  return { fileSystem: { create: { throughputMode: "bursting", performanceMode } } };
}
