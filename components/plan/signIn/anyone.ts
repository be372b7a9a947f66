import type { SignInOf } from "../../settings/signIn.ts";
import { sharedPassword } from "./allowList.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * Anybody, under any name: for a trial.
 * https://jupyterhub.readthedocs.io/en/stable/reference/api/auth.html#jupyterhub.auth.DummyAuthenticator
 */
export const anyone = ({ password, adminPassword }: SignInOf<"anyone">): SignInValues => {
  const allow = { Authenticator: { allow_all: true } };
  if (password === undefined) return { managed: { JupyterHub: { authenticator_class: "dummy" }, ...allow } };
  return { managed: { ...sharedPassword({ password, adminPassword }), ...allow } };
};
