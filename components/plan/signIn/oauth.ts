import type { SignInOf } from "../../settings/signIn.ts";

type OAuth = SignInOf<"google"> | SignInOf<"github"> | SignInOf<"oidc">;

/**
 * How the hub is known to a provider.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.oauth2.html
 */
export const client = ({ clientId, clientSecret, callbackUrl }: OAuth) => ({
  client_id: clientId,
  client_secret: clientSecret,
  oauth_callback_url: callbackUrl,
});

/** Who of all whom a provider knows may come in, beside groups. Said also where it is nobody: to be the one truth. */
export const allowed = ({
  users = [],
  everyone = false,
}: {
  readonly users?: string[];
  readonly everyone?: boolean;
}) => ({ allow_all: everyone, allowed_users: users });
