/**
 * Proves: who may sign in has to be said; each kind has what it needs and nothing of another's; somebody is let in; what
 * is dangerous is warned of; and no secret is shown.
 * Does not prove: the values (tests/components/plan/signIn/), nor what the authenticators make of them.
 */
import { expect } from "chai";
import { checkProgramSettings } from "../../../../components/settings/check.ts";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { expectFault, expectNone, faultsOf, stackOf } from "../../../support/faults.ts";

type Raw = Record<string, unknown>;

const hubOf = (signIn: Raw | undefined, more: Raw = {}): Raw => ({ hub: { signIn, ...more } });
const paths = (signIn: Raw | undefined, more?: Raw): string[] =>
  faultsOf(hubOf(signIn, more)).map(({ path }) => path);
const valuesOf = (config: Raw): Raw => ({ values: { hub: { config } } });
const client = {
  clientId: "id",
  clientSecret: "hush-hush",
  callbackUrl: "https://hub.example.org/hub/oauth_callback",
};
const names = "c.JupyterHub.authenticator_class = X";
const warningsOf = (signIn: Raw | undefined, more: Raw = {}): string => {
  const checked = checkProgramSettings(stackOf(hubOf(signIn, more)));
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.warnings.join("\n");
};

describe("hub.signIn", () => {
  it("must be said, and the fault says what the chart would do", () => {
    const fault = expectFault(hubOf(undefined), "hub.signIn", /must say who may sign in/);
    expect(fault.fix)
      .to.match(/anybody in, under any name/)
      .and.match(/kind: anyone/);
    expectFault(hubOf({}), "hub.signIn.kind", /must say who/);
    expectFault(hubOf({ users: ["ada"] }), "hub.signIn.kind", /must say who/);
    for (const more of [{ admins: ["ada"] }, valuesOf({}), valuesOf({ KubeSpawner: { x: 1 } })])
      expectFault(hubOf(undefined, more), "hub.signIn", /must say who/);
    expectFault(
      hubOf(undefined, valuesOf({ JupyterHub: { admin_access: false } })),
      "hub.signIn",
      /must say/,
    );
  });

  it("is said by values that name an authenticator, a rule of one, or what cannot be looked into", () => {
    const hidden = new SecretLeaf();
    for (const config of [
      { JupyterHub: { authenticator_class: "tmp" } },
      { JupyterHub: { authenticator_class: hidden } },
      { Authenticator: { allowed_users: ["ada"] } },
      { GitHubOAuthenticator: { allowed_organizations: ["lab"] } },
      { Authenticator: hidden },
    ])
      expectNone(hubOf(undefined, valuesOf(config)));
    for (const hub of [hidden, { config: hidden }, { extraConfig: { a: names } }, { extraConfig: hidden }])
      expectNone(hubOf(undefined, { values: { hub } }));
  });

  it("is not said by Python without an authenticator, by a comment, nor by a rule of something else", () => {
    for (const a of ["x = 1", "# TODO authenticator", "x = 1 # c.JupyterHub.authenticator_class = X"])
      expectFault(hubOf(undefined, { values: { hub: { extraConfig: { a } } } }), "hub.signIn", /must say/);
    const rule = { CustomSpawner: { allowed_images: "*" } };
    expectFault(hubOf(undefined, valuesOf(rule)), "hub.signIn", /must say/);
  });

  it("has what its kind needs", () => {
    expect(paths({ kind: "github", everyone: true })).to.deep.equal([
      "hub.signIn.callbackUrl",
      "hub.signIn.clientId",
      "hub.signIn.clientSecret",
    ]);
    expect(paths({ kind: "oidc", ...client, everyone: true })).to.deep.equal([
      "hub.signIn.authorizeUrl",
      "hub.signIn.tokenUrl",
      "hub.signIn.usernameClaim",
    ]);
    expect(paths({ kind: "allow-list" })).to.deep.equal(["hub.signIn.password", "hub.signIn.users"]);
    expect(paths({ kind: "ldap", everyone: true })).to.deep.equal(["hub.signIn.serverAddress"]);
    expect(paths({ kind: "openid" })).to.deep.equal(["hub.signIn.kind"]);
  });

  it("has nothing of another kind, and shows no secret among it", () => {
    const fault = expectFault(
      hubOf({ kind: "anyone", clientSecret: "hush-hush" }),
      "hub.signIn.clientSecret",
      /only for kind `google`, `github` or `oidc`, and the kind is `anyone`/,
    );
    expect(fault.got).to.equal("[secret]");
    expect(paths({ kind: "native", users: ["ada"] }, { admins: ["ada"] })).to.deep.equal([
      "hub.signIn.users",
    ]);
  });

  it("takes the callback from the values' host, over HTTPS alone", () => {
    const signIn = { kind: "github", clientId: "id", clientSecret: "hush-hush", everyone: true };
    const ingress = { enabled: true, hosts: ["hub.example.org"] };
    expectNone(hubOf(signIn, { values: { ingress: { ...ingress, tls: [{}] } } }));
    expectFault(hubOf(signIn, { values: { ingress } }), "hub.signIn.callbackUrl", /must be said/);
    for (const callbackUrl of ["http://hub.example.org/hub/oauth_callback", "https://hub.example.org/"])
      expectFault(hubOf({ ...signIn, callbackUrl }), "hub.signIn.callbackUrl", /https/);
    expectNone(hubOf({ ...signIn, callbackUrl: "http://localhost:8080/hub/oauth_callback" }));
  });

  it("lets somebody in", () => {
    for (const kind of ["github", "google"]) {
      expectFault(hubOf({ kind, ...client }), "hub.signIn", /let somebody in/);
      expectNone(hubOf({ kind, ...client, everyone: true }));
    }
    expectNone(hubOf({ kind: "google", ...client, hostedDomains: ["example.org"] }));
    expectNone(hubOf({ kind: "github", ...client, organizations: ["lab", "lab:team-1"] }));
    expectFault(
      hubOf({ kind: "github", ...client, everyone: true, organizations: ["lab"] }),
      "hub.signIn.organizations",
      /beside `everyone: true`/,
    );
    expect(paths({ kind: "github", ...client, users: [] })).to.deep.equal(["hub.signIn.users"]);
  });

  it("calls Google's users as the hub will", () => {
    const google = { kind: "google", ...client };
    expectNone(hubOf({ ...google, users: ["ada@example.org"] }));
    expectFault(hubOf({ ...google, users: ["ada"] }), "hub.signIn.users[0]", /e-mail/);
    const one = { ...google, hostedDomains: ["example.org"] };
    expectNone(hubOf({ ...one, users: ["ada"] }, { admins: ["ada"] }));
    expect(paths({ ...one, users: ["ada@example.org"] }, { admins: ["ada@example.org"] })).to.deep.equal([
      "hub.admins[0]",
      "hub.signIn.users[0]",
    ]);
    expectNone(hubOf({ ...one, hostedDomains: ["a.org", "b.org"], users: ["ada@a.org"] }));
  });

  it("finds LDAP's users by a template or a search, and takes no scheme for a host", () => {
    const ldap = { kind: "ldap", serverAddress: "ldap.example.org", everyone: true };
    expectFault(hubOf(ldap), "hub.signIn", /how a user is found/);
    const searchBase = "dc=example,dc=org";
    expectFault(hubOf({ ...ldap, searchBase }), "hub.signIn.userAttribute", /searchBase/);
    const search = { ...ldap, searchBase, userAttribute: "uid" };
    expectNone(hubOf(search));
    expectFault(hubOf({ ...search, searchUser: "cn=hub" }), "hub.signIn.searchPassword", /searchUser/);
    expectFault(hubOf({ ...search, serverAddress: "ldaps://x" }), "hub.signIn.serverAddress", /without ldap/);
    expectFault(
      hubOf({ ...ldap, bindDnTemplates: ["uid=ada"] }),
      "hub.signIn.bindDnTemplates[0]",
      /username/,
    );
    expectFault(hubOf({ ...search, caCertificate: "x" }), "hub.signIn.caCertificate", /PEM/);
  });

  it("needs a database that lasts and an admin, with accounts of the hub's own", () => {
    const native = { kind: "native" };
    expectFault(hubOf(native), "hub.admins", /approves/);
    expectNone(hubOf(native, { admins: ["ada"] }));
    expectNone(hubOf({ ...native, openSignUp: true }));
    const memory = { admins: ["ada"], database: { kind: "memory" } };
    expectFault(hubOf(native, memory), "hub.signIn.kind", /lasts/);
  });
});

describe("passwords of hub.signIn", () => {
  const long = "a-password-of-thirty-two-letters";
  const list = { kind: "allow-list", users: ["ada"], password: "eight-ch" };

  it("are as long as JupyterHub wants them, in a secret too, and are not shown", () => {
    expectNone(hubOf(list));
    for (const password of ["hush", new SecretLeaf("hush")]) {
      const fault = expectFault(hubOf({ ...list, password }), "hub.signIn.password", /8 characters/);
      expect(fault.got).to.equal("[secret]");
      expect(fault.fix).to.match(/config set --secret/);
    }
    for (const password of [new SecretLeaf("eight-ch"), new SecretLeaf(), Promise.resolve("x")])
      expectNone(hubOf({ ...list, password }));
    expectFault(
      hubOf({ ...list, adminPassword: "hush" }, { admins: ["eve"] }),
      "hub.signIn.adminPassword",
      /32/,
    );
  });

  it("are of their own for admins, who could not sign in without", () => {
    expectFault(hubOf(list, { admins: ["eve"] }), "hub.signIn.adminPassword", /must be said/);
    expectNone(hubOf({ ...list, adminPassword: long }, { admins: ["eve"] }));
    expectFault(hubOf({ ...list, adminPassword: long }), "hub.signIn.adminPassword", /hub.admins/);
    expectFault(
      hubOf({ kind: "anyone", adminPassword: long }, { admins: ["eve"] }),
      "hub.signIn.adminPassword",
      /password/,
    );
    const same = { ...list, password: long, adminPassword: long };
    expectFault(hubOf(same, { admins: ["eve"] }), "hub.signIn.adminPassword", /users' password/);
  });
});

describe("warnings of hub.signIn", () => {
  it("say loudly that anybody may sign in, as an admin too", () => {
    expect(warningsOf({ kind: "anyone" })).to.match(/ANYBODY who reaches the hub/);
    expect(warningsOf({ kind: "anyone" }, { admins: ["ada"] })).to.match(/as the admin ada too/);
    expect(warningsOf({ kind: "anyone", password: "eight-ch" })).to.match(/whoever has the password/);
    for (const config of [
      { JupyterHub: { authenticator_class: "dummy" } },
      { Authenticator: { allowed_users: ["ada"] } },
      { JupyterHub: { authenticator_class: "jupyterhub.auth.DummyAuthenticator" } },
    ])
      expect(warningsOf(undefined, valuesOf(config))).to.match(/^hub\.values\.hub\.config: ANYBODY/);
  });

  it("say so whatever a comment speaks of, and of Python alone that nobody can tell", () => {
    const withPython = (a: unknown, config: Raw) =>
      warningsOf(undefined, { values: { hub: { extraConfig: { a }, config } } });
    const dummy = { JupyterHub: { authenticator_class: "jupyterhub.auth.DummyAuthenticator" } };
    for (const python of ["# authenticator", names])
      expect(withPython(python, dummy)).to.match(/^hub\.values\.hub\.config: ANYBODY/);
    for (const config of [{}, { Authenticator: { allowed_users: ["ada"] } }])
      for (const python of [names, new SecretLeaf()])
        expect(withPython(python, config)).to.match(/extraConfig: only Python .*ANYBODY/);
    expect(withPython(names, { JupyterHub: { authenticator_class: "github" } })).to.equal("");
  });

  it("say nothing of an authenticator in the values that asks for something", () => {
    for (const config of [
      { JupyterHub: { authenticator_class: "github" } },
      { JupyterHub: { authenticator_class: "dummy" }, DummyAuthenticator: { password: "x" } },
    ])
      expect(warningsOf(undefined, valuesOf(config))).to.equal("");
  });

  it("say what a kind leaves open", () => {
    expect(warningsOf({ kind: "allow-list", users: ["ada"], password: "eight-ch" })).to.match(/one password/);
    expect(warningsOf({ kind: "github", ...client, everyone: true })).to.match(/account of github/);
    expect(warningsOf({ kind: "google", ...client, hostedDomains: ["a.org"] })).to.equal("");
    const ldap = { kind: "ldap", serverAddress: "x", bindDnTemplates: ["uid={username}"], everyone: true };
    expect(warningsOf({ ...ldap, tls: "none" })).to.match(/in the open/);
    expect(warningsOf({ kind: "native" }, { admins: ["ada"] })).to.match(
      /signs up with it first: sign up as ada/,
    );
    expect(warningsOf({ kind: "native", openSignUp: true })).to.match(/may make an account/);
  });
});
