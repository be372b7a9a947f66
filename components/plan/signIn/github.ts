import type { SignInOf } from "../../settings/signIn.ts";
import { allowed, client } from "./oauth.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * Accounts of GitHub. Without the scope, only those whom an organization shows to all the world are its members.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.github.html
 */
export const github = (signIn: SignInOf<"github">): SignInValues => {
  const { organizations } = signIn;
  return {
    managed: {
      JupyterHub: { authenticator_class: "github" },
      GitHubOAuthenticator: {
        ...client(signIn),
        ...(organizations && { allowed_organizations: organizations, scope: ["read:org"] }),
      },
      Authenticator: allowed(signIn),
    },
  };
};
