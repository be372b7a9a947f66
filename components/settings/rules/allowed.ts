import { SignInKind } from "../choices.ts";
import type { Fault } from "../fault.ts";
import { show } from "../show.ts";
import type { SignInOf } from "../signIn.ts";
import { faultIf, type Rule } from "./rule.ts";
import { path } from "./signIn.ts";

/** What lets somebody in, beside a list of users. */
const groupsOf: Partial<Record<SignInKind, readonly string[]>> = {
  google: ["hostedDomains"],
  github: ["organizations"],
  oidc: ["allowedGroups", "adminGroups"],
  ldap: ["allowedGroups"],
};

/** A provider knows all the world, so who of it may come in is for us to say. JupyterHub else lets nobody in. */
const somebody: Rule = {
  looksAt: [path],
  check: ({ settings: { hub } }) => {
    const { signIn } = hub;
    const groups = signIn && groupsOf[signIn.kind];
    if (signIn === undefined || groups === undefined) return [];
    const ways = ["users", ...groups];
    const used = ways.filter((key) => key in signIn);
    const everyone = "everyone" in signIn && (signIn.everyone ?? false);
    // Domains bound everybody, and do not name somebody.
    const idle = used.filter((key) => key !== "hostedDomains" && key !== "adminGroups");
    return [
      ...faultIf(!everyone && used.length === 0, () => ({
        path,
        rule: "must let somebody in: else nobody can sign in but admins",
        got: "nobody",
        fix: `Say ${ways.map((key) => `\`${key}\``).join(", ")}, or \`everyone: true\` for all whom the provider knows.`,
      })),
      ...(everyone ? idle : []).map((key): Fault => ({
        path: `${path}.${key}`,
        rule: "says nothing beside `everyone: true`",
        got: "a list",
        fix: "Keep the one that is meant.",
      })),
    ];
  },
};

/** JupyterHub lets an admin in by the admins' password alone. */
const adminPassword: Rule = {
  looksAt: [path, "hub.admins"],
  check: ({ settings: { hub } }) => {
    const { signIn, admins } = hub;
    if (signIn?.kind !== SignInKind.Anyone && signIn?.kind !== SignInKind.AllowList) return [];
    const { password, adminPassword: ofAdmins } = signIn;
    return [
      ...faultIf(admins.length > 0 && password !== undefined && ofAdmins === undefined, () => ({
        path: `${path}.adminPassword`,
        rule: "must be said with `hub.admins`: they sign in with one of their own",
        got: "nothing",
        fix: `Give it as a secret: pulumi config set --secret --path jupyterhub-efs:${path}.adminPassword …`,
      })),
      ...faultIf(ofAdmins !== undefined && (password === undefined || admins.length === 0), () => ({
        path: `${path}.adminPassword`,
        rule: "is only for `hub.admins` beside a `password`",
        got: show(ofAdmins, `${path}.adminPassword`),
        fix: "Remove it, or say both.",
      })),
      ...faultIf(typeof ofAdmins === "string" && ofAdmins === password, () => ({
        path: `${path}.adminPassword`,
        rule: "must not be the users' password",
        got: "the same",
        fix: "Choose another one: JupyterHub does not start with the same.",
      })),
    ];
  },
};

/** Google's users are e-mail addresses; with one domain, the part before it. */
const googleNames: Rule = {
  looksAt: [path, "hub.admins"],
  check: ({ settings: { hub } }) => {
    if (hub.signIn?.kind !== SignInKind.Google) return [];
    const { users = [], hostedDomains = [] } = hub.signIn;
    const [domain, another] = hostedDomains;
    const isShort = domain !== undefined && another === undefined;
    const lists = { [`${path}.users`]: users, "hub.admins": hub.admins };
    return Object.entries(lists).flatMap(([list, names]) =>
      names.flatMap((name, index) =>
        faultIf(name.includes("@") === isShort, () => ({
          path: `${list}[${index}]`,
          rule: isShort
            ? "must be the part before the @: with one hosted domain, users are called so"
            : "must be an e-mail address: without one hosted domain, users are called so",
          got: show(name, `${list}[${index}]`),
          fix: isShort ? `Write ${name.split("@")[0] ?? ""}.` : `Write it like ${name}@example.org.`,
        })),
      ),
    );
  },
};

/** A user is found in a directory by a template, or by a search for it. */
const ldapWays: Rule = {
  looksAt: [path],
  check: ({ settings: { hub } }) => {
    if (hub.signIn?.kind !== SignInKind.Ldap) return [];
    const search = ["searchBase", "userAttribute"] as const;
    const account = ["searchUser", "searchPassword"] as const;
    const { bindDnTemplates, searchBase, searchUser } = hub.signIn;
    return [
      ...faultIf(bindDnTemplates === undefined && searchBase === undefined, () => ({
        path,
        rule: "must say how a user is found: by `bindDnTemplates`, or by `searchBase` and `userAttribute`",
        got: "nothing",
        fix: "Write bindDnTemplates: [uid={username},ou=people,dc=example,dc=org].",
      })),
      ...together(hub.signIn, search),
      ...together(hub.signIn, account),
      ...faultIf(searchUser !== undefined && searchBase === undefined, () => ({
        path: `${path}.searchUser`,
        rule: "is only for a search, by `searchBase`",
        got: show(searchUser, `${path}.searchUser`),
        fix: "Remove it, or say `searchBase` and `userAttribute`.",
      })),
    ];
  },
};

/** Two keys of which none says anything alone. */
const together = (signIn: SignInOf<"ldap">, pair: readonly (keyof SignInOf<"ldap">)[]): Fault[] => {
  const missing = pair.filter((key) => signIn[key] === undefined);
  if (missing.length !== 1) return [];
  return missing.map((key) => ({
    path: `${path}.${key}`,
    rule: `must be said with ${pair.filter((other) => other !== key).join()}`,
    got: "nothing",
    fix: "Say both, or none.",
  }));
};

export const allowedRules: readonly Rule[] = [somebody, adminPassword, googleNames, ldapWays];
