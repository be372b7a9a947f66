import type { Input } from "@pulumi/pulumi";
import type { SignInOf } from "../../settings/signIn.ts";
import { said, type SignInValues } from "./signInValues.ts";

interface Passwords {
  readonly password: Input<string>;
  readonly adminPassword: Input<string> | undefined;
}

/**
 * One password for all users, another one for all admins.
 * https://jupyterhub.readthedocs.io/en/stable/reference/api/auth.html#jupyterhub.authenticators.shared.SharedPasswordAuthenticator
 */
export const sharedPassword = ({ password, adminPassword }: Passwords) => ({
  JupyterHub: { authenticator_class: "shared-password" },
  SharedPasswordAuthenticator: said({ user_password: password, admin_password: adminPassword }),
});

/** People on a list, with one password for all of them: for a workshop. */
export const allowList = ({ users, password, adminPassword }: SignInOf<"allow-list">): SignInValues => ({
  managed: {
    ...sharedPassword({ password, adminPassword }),
    Authenticator: { allow_all: false, allowed_users: users },
  },
});
