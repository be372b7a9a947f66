import type { SignInOf } from "../../settings/signIn.ts";
import { sharedPassword } from "./allowList.ts";
import { plainNames } from "./plainNames.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * Anybody, under any name: for a trial.
 * https://jupyterhub.readthedocs.io/en/stable/reference/api/auth.html#jupyterhub.auth.DummyAuthenticator
 */
export const anyone = ({ password, adminPassword }: SignInOf<"anyone">): SignInValues => {
  const allow = { Authenticator: { allow_all: true } };
  const how =
    password === undefined
      ? { JupyterHub: { authenticator_class: "dummy" } }
      : sharedPassword({ password, adminPassword });
  return { managed: { ...how, ...allow }, defaults: plainNames };
};
