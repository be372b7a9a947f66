import type { SignInOf } from "../../settings/signIn.ts";
import { allowed, client } from "./oauth.ts";
import { said, type SignInValues } from "./signInValues.ts";

/**
 * Any provider of OpenID Connect: Keycloak, Cognito, Entra ID, Okta. Without an address for a user's data, they are read
 * out of the ID token, which comes over TLS from the provider itself.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.generic.html
 */
export const oidc = (signIn: SignInOf<"oidc">): SignInValues => {
  const { allowedGroups, adminGroups, groupsClaim, userdataUrl } = signIn;
  return {
    managed: {
      JupyterHub: { authenticator_class: "generic-oauth" },
      GenericOAuthenticator: {
        ...client(signIn),
        ...said({
          authorize_url: signIn.authorizeUrl,
          token_url: signIn.tokenUrl,
          userdata_url: userdataUrl,
          userdata_from_id_token: userdataUrl === undefined ? true : undefined,
          username_claim: signIn.usernameClaim,
          scope: signIn.scopes,
        }),
        ...((allowedGroups ?? adminGroups) && {
          manage_groups: true,
          auth_state_groups_key: `oauth_user.${groupsClaim ?? "groups"}`,
          ...said({ allowed_groups: allowedGroups, admin_groups: adminGroups }),
        }),
      },
      Authenticator: allowed(signIn),
    },
  };
};
