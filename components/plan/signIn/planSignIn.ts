import { mergeValues } from "../mergeValues.ts";
import { SignInKind } from "../../settings/choices.ts";
import type { SignIn } from "../../settings/signIn.ts";
import { allowList } from "./allowList.ts";
import { anyone } from "./anyone.ts";
import { github } from "./github.ts";
import { google } from "./google.ts";
import { ldap } from "./ldap.ts";
import { native } from "./native.ts";
import { oidc } from "./oidc.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * The chart's values for the way in which people sign in; without one, the user's own values have it.
 * https://z2jh.jupyter.org/en/stable/administrator/authentication.html
 */
export function planSignIn(signIn: SignIn | undefined): Required<SignInValues> {
  if (signIn === undefined) return { managed: {}, defaults: {} };
  const { managed, defaults = {} } = valuesOf(signIn);
  // JupyterHub lets those in whom its database knows, also when they are no longer on the list.
  const onlyListed = { Authenticator: { allow_existing_users: false } };
  return { managed, defaults: mergeValues(onlyListed, defaults) as Record<string, Record<string, unknown>> };
}

function valuesOf(signIn: SignIn): SignInValues {
  switch (signIn.kind) {
    case SignInKind.Anyone:
      return anyone(signIn);
    case SignInKind.AllowList:
      return allowList(signIn);
    case SignInKind.Google:
      return google(signIn);
    case SignInKind.GitHub:
      return github(signIn);
    case SignInKind.Oidc:
      return oidc(signIn);
    case SignInKind.Ldap:
      return ldap(signIn);
    case SignInKind.Native:
      return native(signIn);
  }
}
