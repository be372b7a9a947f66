// Proves which values of a chart are taken for secrets. That a pack can mark one is proved by tests/engine/policy.test.ts.
import { Secret } from "@pulumi/policy";
import { expect } from "chai";
import { plainSecrets } from "../../../policy/rules/secretValues.ts";
import { release, volume } from "../support.ts";

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

describe("the policy rule secret-values", () => {
  for (const [path, values] of Object.entries(secrets)) {
    it(`finds ${path}`, () => {
      expect(found(values)).to.deep.equal([path]);
    });
  }

  it("says nothing of a secret that is one, of a whole that is one, and of what is not known yet", () => {
    for (const password of [new Secret("x"), "unknown", "", null, 7])
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
      db: { url: "postgresql://hub@database/hub" },
      extraEnv: { TOKEN_URL: "x", KEYBOARD: "x" },
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
