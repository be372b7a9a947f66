import { LdapTls, SignInKind } from "./choices.ts";
import type { HubSettings } from "./settings.ts";
import { signInOfValues } from "./signInOfValues.ts";

/** What a way to sign in leaves open. */
export function signInWarnings(hub: HubSettings): string[] {
  const { signIn, admins } = hub;
  const asAdmin = admins.length > 0 ? `, as the admin ${admins.join(" or ")} too` : "";
  if (signIn === undefined) return ownWarnings(hub, asAdmin);
  switch (signIn.kind) {
    case SignInKind.Anyone:
      return signIn.password === undefined
        ? [
            `hub.signIn.kind: anyone: ANYBODY who reaches the hub may sign in under any name${asAdmin}, and so as anybody else. For a trial only.`,
          ]
        : [
            "hub.signIn.kind: anyone: whoever has the password may sign in under any name, and so as anybody else.",
          ];
    case SignInKind.AllowList:
      return [
        "hub.signIn.kind: allow-list: one password for all: whoever has it may sign in as anybody on the list.",
      ];
    case SignInKind.Google:
    case SignInKind.GitHub:
      return signIn.everyone === true && !("hostedDomains" in signIn)
        ? [
            `hub.signIn.everyone: whoever has an account of ${signIn.kind} may sign in, and run servers at your cost.`,
          ]
        : [];
    case SignInKind.Ldap:
      return signIn.tls === LdapTls.None
        ? ["hub.signIn.tls: none: passwords go to the LDAP server in the open."]
        : [];
    case SignInKind.Native:
      return [
        `hub.signIn.kind: native: an admin's name belongs to whoever signs up with it first: sign up as ${admins.join(" and ") || "each admin"} before others reach the hub.`,
        ...(signIn.openSignUp === true
          ? ["hub.signIn.openSignUp: whoever reaches the hub may make an account."]
          : []),
      ];
    case SignInKind.Oidc:
      return [];
  }
}

/** What the values leave open, where they and not `hub.signIn` say who may sign in. */
function ownWarnings({ values }: HubSettings, asAdmin: string): string[] {
  switch (signInOfValues(values)) {
    case "anybody":
      return [
        `hub.values.hub.config: ANYBODY may sign in with any password, under every name that it lets in${asAdmin}.`,
      ];
    case "python":
      return [
        `hub.values.hub.extraConfig: only Python speaks of an authenticator, and it is not looked into: unless it sets one, the chart's own stays, and ANYBODY may sign in, under any name and with any password${asAdmin}. hub.values.hub.config.JupyterHub.authenticator_class can say it.`,
      ];
    case "said":
    case undefined:
      return [];
  }
}
