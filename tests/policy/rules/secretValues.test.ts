// Proves which values of a chart are taken for secrets. That a pack can mark one is proved by tests/engine/policy.test.ts.
import { Secret } from "@pulumi/policy";
import { expect } from "chai";
import { plainSecrets, secretValues } from "../../../policy/rules/secretValues.ts";
import { chart, release, volume } from "../support.ts";

const isHidden = (value: unknown): boolean => value instanceof Secret || value === "unknown";
const found = (values: unknown, type = release) =>
  plainSecrets({ type, props: { values }, isHidden }).map(({ path }) => path);

const secrets: Record<string, unknown> = {
  "values.hub.config.GitHubOAuthenticator.client_secret": {
    hub: { config: { GitHubOAuthenticator: { client_secret: "x" } } },
  },
  "values.hub.config.LDAPAuthenticator.lookup_dn_search_password": {
    hub: { config: { LDAPAuthenticator: { lookup_dn_search_password: "x" } } },
  },
  "values.hub.config.CryptKeeper.keys.0": { hub: { config: { CryptKeeper: { keys: ["x"] } } } },
  "values.hub.db.password": { hub: { db: { password: "x" } } },
  "values.hub.db.url": { hub: { db: { url: "postgresql+psycopg2://hub:x@database:5432/hub" } } },
  "values.hub.cookieSecret": { hub: { cookieSecret: "x" } },
  "values.hub.services.announcer.apiToken": { hub: { services: { announcer: { apiToken: "x" } } } },
  "values.hub.extraEnv.OAUTH_CLIENT_SECRET": { hub: { extraEnv: { OAUTH_CLIENT_SECRET: "x" } } },
  "values.proxy.secretToken": { proxy: { secretToken: "x" } },
  "values.proxy.https.manual.key": { proxy: { https: { manual: { key: "x" } } } },
  "values.imagePullSecret.password": { imagePullSecret: { password: "x" } },
};

/** Names that mean a secret wherever they are. */
const names = [
  ...["PASSWORD", "TOKEN", "Token", "authToken", "passwd", "sessionSecret", "privateKey", "apiKey"],
  ...["passphrase", "credentials", "bindPw", "dbPwd", "client_assertion", "AWS_SECRET_ACCESS_KEY"],
  ...["SECRET_KEY", "SIGNING_KEY", "OPENAI_KEY", "PGPASS", "PASS", "LDAP_BIND_PW", "GITHUB_PAT"],
];

describe("the policy rule secret-values", () => {
  for (const name of names) {
    it(`finds ${name}, of text or number, under its own name and beside it, in a release and in a chart`, () => {
      for (const type of [release, chart])
        for (const value of ["x", 12345678]) {
          expect(found({ [name]: value }, type)).to.deep.equal([`values.${name}`]);
          expect(found({ env: { [name]: { value } } }, type)).to.deep.equal([`values.env.${name}.value`]);
          expect(found({ env: [{ name, value }] }, type)).to.deep.equal(["values.env.0.value"]);
          expect(found({ [name]: [value] }, type)).to.deep.equal([`values.${name}.0`]);
        }
    });
  }

  it("says what to do about one", () => {
    expect(secretValues.message("values.hub.password")).to.contain("`pulumi config set --secret`");
  });

  it("finds a password in an address, before the host and after the path", () => {
    for (const url of [
      "redis://:x@cache",
      "postgresql://h/d?user=a&password=b",
      "jdbc:pg://h/d?sslpassword=b",
    ])
      expect(found({ url }), url).to.deep.equal(["values.url"]);
  });

  for (const [path, values] of Object.entries(secrets)) {
    it(`finds ${path}`, () => {
      expect(found(values)).to.deep.equal([path]);
    });
  }

  it("says nothing of a secret that is one, of a whole that is one, and of what is not known yet", () => {
    for (const password of [new Secret("x"), "unknown", "", null, true])
      expect(found({ hub: { db: { password } } })).to.be.empty;
    expect(found({ hub: new Secret({ db: { password: "x" } }) })).to.be.empty;
    expect(found({ hub: { config: { CryptKeeper: { keys: [new Secret("x")] } } } })).to.be.empty;
    expect(found("unknown")).to.be.empty;
  });

  it("says nothing of what is only called like one", () => {
    const hub = {
      existingSecret: "hub-secret",
      config: {
        OAuthenticator: { client_id: "x", token_url: "https://idp/token", oauth_callback_url: "https://hub" },
      },
      services: { announcer: { url: "http://announcer@service/?page=1" } },
      extraEnv: {
        TOKEN_URL: "x",
        KEYBOARD: "x",
        COMPASS: { name: "compass", value: "x" },
        FROM: { name: "OAUTH_TOKEN", valueFrom: { secretKeyRef: { name: "hub", key: "token" } } },
      },
      nodeSelector: { key: "value" },
    };
    expect(
      found({
        hub,
        imagePullSecrets: ["registry"],
        proxy: { https: { secret: { name: "tls", key: "tls.key" } } },
      }),
    ).to.be.empty;
  });

  it("says nothing of other resources", () => {
    expect(found({ hub: { db: { password: "x" } } }, volume)).to.be.empty;
  });
});
