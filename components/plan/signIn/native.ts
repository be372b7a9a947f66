import type { SignInOf } from "../../settings/signIn.ts";
import { plainNames } from "./plainNames.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * Accounts of the hub's own. Who has signed up and was approved is let in by the authenticator itself, so JupyterHub
 * keeps no list beside it. https://native-authenticator.readthedocs.io/en/stable/options.html
 */
export const native = ({ openSignUp = false }: SignInOf<"native">): SignInValues => ({
  managed: {
    JupyterHub: { authenticator_class: "native" },
    NativeAuthenticator: { open_signup: openSignUp },
    Authenticator: { allow_all: true },
  },
  // Left alone, it takes any password and any number of guesses.
  defaults: {
    ...plainNames,
    NativeAuthenticator: {
      minimum_password_length: 12,
      check_common_password: true,
      allowed_failed_logins: 5,
      seconds_before_next_try: 600,
    },
  },
});
