import { DatabaseKind, SignInKind } from "../choices.ts";
import type { Fault } from "../fault.ts";
import { oneOf } from "../nearest.ts";
import { callbackUrlInValues } from "../publicUrl.ts";
import { show } from "../show.ts";
import { hasKey, kindsWith, type SignInKeys, signInKeys } from "../signIn.ts";
import { signInOfValues } from "../signInOfValues.ts";
import { faultIf, type Rule } from "./rule.ts";

/** Where all of it stands. */
export const path = "hub.signIn";

/** Nobody can guess who may sign in, and the chart's own answer is: anybody. */
const said: Rule = {
  looksAt: [path, "hub.values"],
  check: ({ given }) => {
    const { signIn, values = {} } = given.hub ?? {};
    if (signIn?.kind !== undefined) return [];
    return faultIf(signIn !== undefined || signInOfValues(values) === undefined, () => ({
      path: signIn === undefined ? path : `${path}.kind`,
      rule: "must say who may sign in, or `hub.values.hub.config` must name an authenticator",
      got: "nothing",
      fix: "Left alone, the chart lets anybody in, under any name and with any password. Choose one of docs/sign-in.md; if anybody is meant: signIn: {kind: anyone}.",
    }));
  },
};

const fixes: Partial<Record<keyof SignInKeys, string>> = {
  users: "List their names: users: [alice, bob].",
  password: `Give it as a secret: pulumi config set --secret --path jupyterhub-efs:${path}.password …`,
  clientSecret: `Give it as a secret: pulumi config set --secret --path jupyterhub-efs:${path}.clientSecret …`,
  callbackUrl:
    "Write https://YOUR-HUB/hub/oauth_callback, or the hub's host into `hub.values.proxy.https` or `hub.values.ingress`.",
  usernameClaim:
    "Name the claim that never changes and that no two users share, like email: homes are named by it.",
  serverAddress: "Write it like ldap.example.org.",
};

/** Each kind has what it needs, and nothing of another one. */
const keys: Rule = {
  looksAt: [path, "hub.values"],
  check: ({ given }) => {
    const { signIn, values = {} } = given.hub ?? {};
    if (signIn?.kind === undefined) return [];
    const { kind, ...rest } = signIn;
    const all: readonly (keyof SignInKeys)[] = signInKeys[kind].needs;
    const isSaid = (key: keyof SignInKeys): boolean =>
      key in rest || (key === "callbackUrl" && callbackUrlInValues(values) !== undefined);
    const missing = all
      .filter((key) => !isSaid(key))
      .map((key): Fault => ({
        path: `${path}.${key}`,
        rule: `must be said with kind \`${kind}\``,
        got: "nothing",
        fix: fixes[key] ?? "Copy it from the provider.",
      }));
    const others = Object.entries(rest).filter(([key]) => !hasKey(kind, key as keyof SignInKeys));
    const tooMuch = others.map(([key, value]): Fault => ({
      path: `${path}.${key}`,
      rule: `is only for kind ${oneOf(kindsWith(key as keyof SignInKeys))}, and the kind is \`${kind}\``,
      got: show(value, `${path}.${key}`),
      fix: `Remove it, or set \`${path}.kind\` to the one that is meant.`,
    }));
    return [...missing, ...tooMuch];
  },
};

/** Accounts of the hub's own lie in its database, and somebody has to approve them. */
const native: Rule = {
  looksAt: [path, "hub.database", "hub.admins"],
  check: ({ settings: { hub } }) => {
    if (hub.signIn?.kind !== SignInKind.Native) return [];
    return [
      ...faultIf(hub.database?.kind === DatabaseKind.Memory, () => ({
        path: `${path}.kind`,
        rule: "`native` needs a `hub.database` that lasts: accounts and passwords lie in it",
        got: "`hub.database.kind: memory`",
        fix: "Set `hub.database.kind` to `claim` or `postgres`.",
      })),
      ...faultIf(hub.admins.length === 0 && hub.signIn.openSignUp !== true, () => ({
        path: "hub.admins",
        rule: `must name somebody with \`${path}.kind: native\`: an admin approves who signs up`,
        got: "nobody",
        fix: `Name an admin, or set \`${path}.openSignUp: true\`: then whoever signs up is in.`,
      })),
    ];
  },
};

export const signInRules: readonly Rule[] = [said, keys, native];
