import type { SignInOf } from "../../settings/signIn.ts";
import { allowed, client } from "./oauth.ts";
import type { SignInValues } from "./signInValues.ts";

/**
 * Accounts of Google. A hosted domain keeps others out and lets nobody in; so alone it means all of its members.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.google.html
 */
export const google = (signIn: SignInOf<"google">): SignInValues => {
  const { hostedDomains = [], users, everyone } = signIn;
  const isDomain = hostedDomains.length > 0 && users === undefined;
  return {
    managed: {
      JupyterHub: { authenticator_class: "google" },
      GoogleOAuthenticator: { ...client(signIn), hosted_domain: hostedDomains },
      Authenticator: allowed({ ...(users && { users }), everyone: everyone ?? isDomain }),
    },
  };
};
