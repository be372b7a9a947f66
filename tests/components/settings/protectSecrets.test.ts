/**
 * Proves: what always is a secret becomes one wherever it was given in the open, with a warning; what is none stays
 * readable; what a stack file marks is revealed to the wrapper alone.
 * Does not prove: what the engine makes of secrets (tests/engine/secrets.test.ts).
 */
import { expect } from "chai";
import { openSecretsWarning, protectSecrets } from "../../../components/settings/protectSecrets.ts";
import { SecretLeaf } from "../../../components/settings/secret.ts";
import type { Settings } from "../../../components/settings/settings.ts";
import { programSettingsOf, settingsOf } from "../../support/settings.ts";

class Hidden {
  readonly content: unknown;
  constructor(content: unknown) {
    this.content = content;
  }
}
const hide = (content: unknown) => new Hidden(content);
const protectedHub = (hub: Record<string, unknown>): Settings["hub"] =>
  protectSecrets(settingsOf({ hub }), hide).hub;

const oauth = {
  kind: "github",
  clientId: "readable",
  clientSecret: "hush",
  callbackUrl: "https://hub.example.org/hub/oauth_callback",
  everyone: true,
};

describe("protectSecrets", () => {
  it("hides the secrets of signing in and of the database, and nothing beside them", () => {
    const url = "postgresql://h/db";
    const hub = protectedHub({ signIn: oauth, database: { kind: "postgres", url } });
    expect(hub.signIn).to.deep.equal({ ...oauth, clientSecret: hide("hush") });
    expect(hub.database).to.deep.equal({ kind: "postgres", url: hide(url) });
    const list = { kind: "allow-list", users: ["ada"], password: "hush-hush", adminPassword: "h".repeat(32) };
    expect(protectedHub({ signIn: list, admins: ["eve"] }).signIn).to.deep.equal({
      ...list,
      password: hide("hush-hush"),
      adminPassword: hide("h".repeat(32)),
    });
  });

  it("hides what is known as a secret in the chart's values", () => {
    const values = {
      proxy: { secretToken: "hush", https: { manual: { key: "hush", cert: "readable" } } },
      hub: {
        cookieSecret: "hush",
        config: {
          CryptKeeper: { keys: ["hush", "too"] },
          GitHubOAuthenticator: { client_id: "readable", client_secret: "hush", token_url: "https://x" },
          Other: { dsn: "mysql://me:hush@h/db" },
        },
        services: { grader: { api_token: "hush", apiToken: "hush" } },
        extraEnv: { SMTP_PASSWORD: "hush", HOME: "readable" },
      },
      imagePullSecret: { create: true, username: "readable", password: "hush" },
    };
    const leavesOf = JSON.stringify(protectedHub({ values }).values);
    expect(leavesOf.match(/"content":"(hush|too|mysql:\/\/me:hush@h\/db)"/g)).to.have.lengthOf(11);
    expect(leavesOf.match(/"readable"/g)).to.have.lengthOf(4);
    expect(leavesOf).to.include('"token_url":"https://x"');
  });

  it("hides numbers, and names of variables in every way of writing", () => {
    const variables =
      "AWS_SECRET_ACCESS_KEY SECRET_KEY SIGNING_KEY OPENAI_KEY PGPASS PASS LDAP_BIND_PW GITHUB_PAT MYSQL_PWD " +
      "client_assertion db_pass dbPwd bindPw apiKey privateKey private_key authToken encryption_key passphrase";
    for (const name of variables.split(" "))
      for (const values of [{ a: { [name]: "hush" } }, { hub: { db: { [name]: 424242 } } }])
        expect(JSON.stringify(protectedHub({ values }).values), name).to.include('{"content":');
  });

  it("hides what is a variable's value, by its name", () => {
    const secretOnes = [{ name: "OAUTH_CLIENT_SECRET", value: "hush" }, { DB_PASSWORD: { value: "hush" } }];
    for (const variable of secretOnes)
      expect(JSON.stringify(protectedHub({ values: { a: [variable] } }).values)).to.include(
        '"content":"hush"',
      );
    const readable = [
      { name: "HOME", value: "x" },
      { value: "x" },
      { DB_PASSWORD: { valueFrom: { secretKeyRef: { name: "db", key: "password" } } } },
      { PWD: "/x", PUBLIC_KEY: "x", bypass: "x", compass: "x", path: "x", groups_key: "x", key: "x" },
    ];
    expect(protectedHub({ values: { a: readable } }).values).to.deep.equal({ a: readable });
  });

  it("hides addresses with a password or a token, and private keys, whatever they are called", () => {
    for (const text of [
      "postgresql://hub@h/db?sslmode=require&password=hush",
      "https://ghp_0123456789abcdefghij@github.com/lab/x",
      "x\n-----BEGIN EC PRIVATE KEY-----\nhush",
    ])
      expect(protectedHub({ values: { a: text } }).values).to.deep.equal({ a: hide(text) });
    const plain = {
      a: "postgresql://hub@h/db",
      b: "ssh://git@github.com/lab/x?token=",
      c: "-----BEGIN CERT",
    };
    expect(protectedHub({ values: plain }).values).to.deep.equal(plain);
  });

  it("hides the same in the driver's values", () => {
    const { driver } = protectSecrets(settingsOf({ driver: { values: { a: { token: "hush" } } } }), hide);
    expect(driver.values).to.deep.equal({ a: { token: hide("hush") } });
  });

  it("leaves names of Kubernetes' secrets, and what is empty or no text, as they are", () => {
    const values = {
      hub: { existingSecret: "my-hub", cookieSecret: null, config: { X: { password: "", token: false } } },
      imagePullSecrets: ["registry"],
      singleuser: { image: { pullSecrets: ["registry"] }, extraVolumes: [{ secret: { secretName: "x" } }] },
      proxy: { https: { secret: { name: "tls", key: "tls.key" } } },
    };
    expect(protectedHub({ values }).values).to.deep.equal(values);
  });

  it("reveals what a stack file marks to the wrapper alone, and takes its own answer again", () => {
    const leaf = new SecretLeaf("hush");
    const output = { __pulumiOutput: true };
    const hub = protectedHub({ values: { a: [leaf, 1], cookieSecret: output, n: null } });
    expect(hub.values).to.deep.equal({ a: [hide("hush"), 1], cookieSecret: output, n: null });
  });

  it("hides a kubeconfig's content, and not its path", () => {
    const of = (kubeconfig: string) =>
      protectSecrets(programSettingsOf({ kubernetes: { kubeconfig } }), hide).kubernetes;
    expect(of("apiVersion: v1\nkind: Config\n")?.kubeconfig).to.be.instanceOf(Hidden);
    expect(of("./kubeconfig")).to.deep.equal({ kubeconfig: "./kubeconfig" });
  });
});

describe("openSecretsWarning", () => {
  it("names the places of secrets that were given in the open, and never shows one", () => {
    const values = { proxy: { secretToken: "hush" } };
    const warning = openSecretsWarning(settingsOf({ hub: { signIn: oauth, values } }));
    expect(warning).to.match(
      /^hub\.signIn\.clientSecret, hub\.values\.proxy\.secretToken: given in the OPEN/,
    );
    expect(warning).not.to.include("hush");
  });

  it("is silent where all are marked, or there are none", () => {
    expect(openSecretsWarning(settingsOf())).to.equal(undefined);
    const marked = settingsOf({ hub: { signIn: { ...oauth, clientSecret: new SecretLeaf("hush") } } });
    expect(openSecretsWarning(marked)).to.equal(undefined);
    expect(openSecretsWarning(protectSecrets(settingsOf({ hub: { signIn: oauth } }), hide))).to.equal(
      undefined,
    );
  });
});
