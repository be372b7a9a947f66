// Proves that every example of docs/sign-in.md is taken, with the values that the hub gets of it, and that each kind has
// one. Does not prove what the authenticators of the hub make of the values.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { planOf } from "../../../../cli/planOf.ts";
import { planJson } from "../../../../cli/planJson.ts";
import { formatFaults } from "../../../../components/settings/formatFaults.ts";
import { SignInKind } from "../../../../components/settings/choices.ts";
import { valueAt } from "../../../../components/settings/path.ts";
import { parseStackFile } from "../../../../components/settings/stackFile/stackFile.ts";

const text = readFileSync(new URL("../../../../docs/sign-in.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, yaml = ""]) => yaml);

const client = (id: string) => ({
  client_id: id,
  client_secret: "[secret]",
  oauth_callback_url: "https://hub.example.org/hub/oauth_callback",
});
/** Where users choose their own names. */
const plain = { username_pattern: "^[a-z0-9]+([._@-][a-z0-9]+)*$" };

const only = (...allowed_users: string[]) => ({
  allow_all: false,
  allowed_users,
  allow_existing_users: false,
});
const tls = { validate: 2 };

/** `hub.config` of each example, in the order of the page, without what signing in has nothing to do with. */
const expected = [
  {
    JupyterHub: { authenticator_class: "github" },
    GitHubOAuthenticator: {
      ...client("Ov23liABCDEFGHIJKLMN"),
      allowed_organizations: ["physics-lab", "observatory:students"],
      scope: ["read:org"],
    },
    Authenticator: { ...only(), admin_users: ["ada"] },
  },
  {
    JupyterHub: { authenticator_class: "google" },
    GoogleOAuthenticator: {
      ...client("1234567890-abc.apps.googleusercontent.com"),
      hosted_domain: ["example.org"],
    },
    Authenticator: { ...only(), allow_all: true, admin_users: ["ada"] },
  },
  {
    JupyterHub: { authenticator_class: "generic-oauth" },
    GenericOAuthenticator: {
      ...client("jupyterhub"),
      authorize_url: "https://id.example.org/realms/lab/protocol/openid-connect/auth",
      token_url: "https://id.example.org/realms/lab/protocol/openid-connect/token",
      userdata_url: "https://id.example.org/realms/lab/protocol/openid-connect/userinfo",
      username_claim: "email",
      scope: ["openid", "email", "groups"],
      manage_groups: true,
      auth_state_groups_key: "oauth_user.groups",
      allowed_groups: ["students"],
      admin_groups: ["staff"],
    },
    Authenticator: only(),
  },
  {
    JupyterHub: { authenticator_class: "ldap" },
    LDAPAuthenticator: {
      server_address: "ldap.example.org",
      tls_strategy: "before_bind",
      tls_kwargs: tls,
      bind_dn_template: ["uid={username},ou=people,dc=example,dc=org"],
      allowed_groups: ["cn=students,ou=groups,dc=example,dc=org"],
    },
    Authenticator: only(),
  },
  {
    JupyterHub: { authenticator_class: "ldap" },
    LDAPAuthenticator: {
      server_address: "dc1.ad.example.org",
      tls_strategy: "on_connect",
      tls_kwargs: tls,
      lookup_dn: true,
      user_search_base: "ou=people,dc=ad,dc=example,dc=org",
      user_attribute: "sAMAccountName",
      lookup_dn_user_dn_attribute: "sAMAccountName",
      lookup_dn_search_user: "cn=jupyterhub,ou=services,dc=ad,dc=example,dc=org",
      lookup_dn_search_password: "[secret]",
    },
    Authenticator: only("ada", "grace"),
  },
  {
    JupyterHub: { authenticator_class: "native" },
    NativeAuthenticator: {
      open_signup: false,
      minimum_password_length: 12,
      check_common_password: true,
      allowed_failed_logins: 5,
      seconds_before_next_try: 600,
    },
    Authenticator: { ...plain, allow_all: true, allow_existing_users: false, admin_users: ["ada"] },
  },
  {
    JupyterHub: { authenticator_class: "shared-password" },
    SharedPasswordAuthenticator: { user_password: "[secret]", admin_password: "[secret]" },
    Authenticator: { ...only("grace", "alan"), admin_users: ["ada"] },
  },
  {
    JupyterHub: { authenticator_class: "dummy" },
    Authenticator: { ...plain, allow_all: true, allow_existing_users: false },
  },
];

/** The settings stage and the plan, as `npm run plan` has them. */
function planned(yaml: string): { kind: string | undefined; config: unknown } {
  const result = planOf(parseStackFile(yaml));
  if ("faults" in result) throw new Error(formatFaults(result.faults));
  const config = valueAt(JSON.parse(planJson(result.plan)), ["hub", "values", "hub", "config"]);
  const { KubeSpawner: _, ...signIn } = config as Record<string, unknown>;
  return { kind: result.settings.hub.signIn?.kind, config: signIn };
}

describe("docs/sign-in.md", () => {
  it("has an example of every kind", () => {
    const kinds = new Set(examples.map((yaml) => planned(yaml).kind));
    expect([...kinds].sort()).to.deep.equal(Object.values(SignInKind).sort());
    expect(examples).to.have.lengthOf(expected.length);
  });

  for (const [index, values] of expected.entries()) {
    it(`gives the hub these values: ${values.JupyterHub.authenticator_class} (example ${index + 1})`, () => {
      expect(planned(examples[index] ?? "").config).to.deep.equal(values);
    });
  }
});
