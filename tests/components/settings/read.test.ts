/**
 * Proves: config as the engine's SDK has it becomes settings; what the stack file marks is secret and nothing else;
 * without the file everything that may be secret is; faults come as one error.
 * Does not prove: that the SDK has config in this form (the engine's tests do).
 */
import { expect } from "chai";
import type { ConfigSource } from "../../../components/settings/configSource.ts";
import { readSettings } from "../../../components/settings/read.ts";

/** Stands for what `pulumi.secret` makes. */
class Hidden {
  readonly content: unknown;
  constructor(content: unknown) {
    this.content = content;
  }
}

const least = {
  cluster: '{"existing":{"name":"research"}}',
  hub: '{"database":{"kind":"claim","storageClassName":"gp3"},"signIn":{"kind":"anyone"}}',
};

const warnings: string[] = [];

const source = (values: Record<string, string>, more: Partial<ConfigSource> = {}): ConfigSource => ({
  values: { ...least, ...values },
  secretKeys: new Set(),
  stackFile: undefined,
  secret: (value) => new Hidden(value),
  warn: (message) => warnings.push(message),
  error: (message) => new Error(message),
  ...more,
});

describe("readSettings", () => {
  it("reads objects from JSON and scalars as they are", () => {
    const settings = readSettings(
      source({ userMode: "root", posix: '{"uid":2000}', homeDirectory: "{username}" }),
    );
    expect(settings.userMode).to.equal("root");
    expect(settings.posix).to.deep.equal({ uid: 2000, gid: 100 });
    expect(settings.homeDirectory).to.equal("{username}");
  });

  it("refuses a scalar where an object belongs, and the reverse", () => {
    expect(() => readSettings(source({ posix: "1000", userMode: '{"a":1}', tags: "" }))).to.throw(
      /3 settings are wrong:[^]*"posix"[^]*"tags"[^]*"userMode"/,
    );
  });

  it("says all faults in one error, and a later stage's too", () => {
    const later = { path: "hub.values.x", rule: "is ours", got: "1", fix: "remove it" };
    expect(() => readSettings(source({ provisioning: "x" }), () => [later])).to.throw(
      /^1 setting is wrong:\n\n {2}"provisioning" must be `static` or `dynamic`, got "x"\.\n {4}\S.*$/,
    );
    expect(() => readSettings(source({ verify: "true" }), () => [later])).to.throw(
      /2 settings are wrong[^]*"hub.values.x" is ours, got 1\.\n {4}Remove it\.[^]*"verify"/,
    );
  });

  it("ends each remedy as a sentence, once", () => {
    expect(() => readSettings(source({ userMod: "root" }))).to.throw(/Did you mean `userMode`\?$/);
  });

  const hub = {
    database: { kind: "claim", storageClassName: "gp3" },
    signIn: { kind: "anyone" },
    values: { hub: { config: { a: "open", token: "hush" } }, list: [{ b: "hush too" }, 1] },
  };
  const stackFile = [
    "config:",
    "  jupyterhub-efs:cluster: {existing: {name: research}}",
    "  jupyterhub-efs:hub:",
    "    database: {kind: claim, storageClassName: gp3}",
    "    signIn: {kind: anyone}",
    "    values:",
    "      hub: {config: {a: open, token: {secure: v1:x}}}",
    "      list: [{b: {secure: v1:y}}, 1]",
  ].join("\n");
  const secretHub = { secretKeys: new Set(["hub"]) };

  it("makes a secret of each leaf that the stack file marks, and of no other", () => {
    const { values } = readSettings(source({ hub: JSON.stringify(hub) }, { ...secretHub, stackFile })).hub;
    expect(values).to.deep.equal({
      hub: { config: { a: "open", token: new Hidden("hush") } },
      list: [{ b: new Hidden("hush too") }, 1],
    });
  });

  it("makes secrets of all text in values when no file, or another one, can be read", () => {
    for (const other of [
      undefined,
      "config: {}",
      "config: [",
      stackFile.replace("a: open", "c: open"),
      stackFile.replace("a: open", "a: other"),
      stackFile.replaceAll(/\{secure: v1:.\}/g, "x"),
    ]) {
      const read = readSettings(source({ hub: JSON.stringify(hub) }, { ...secretHub, stackFile: other }));
      expect(read.hub.values).to.deep.equal({
        hub: { config: { a: new Hidden("open"), token: new Hidden("hush") } },
        list: [{ b: new Hidden("hush too") }, 1],
      });
      expect(read.hub.database).to.deep.equal(hub.database);
    }
  });

  it("always hides a database's address and a kubeconfig's content, never a kubeconfig's path", () => {
    const settings = readSettings(
      source({
        hub: '{"database":{"kind":"postgres","url":"postgresql://h/db"},"signIn":{"kind":"anyone"}}',
        kubernetes: '{"kubeconfig":"apiVersion: v1\\nkind: Config\\n"}',
      }),
    );
    expect(settings.hub.database).to.deep.equal({ kind: "postgres", url: new Hidden("postgresql://h/db") });
    expect(settings.kubernetes?.kubeconfig).to.be.instanceOf(Hidden);
    const withPath = readSettings(source({ kubernetes: '{"kubeconfig":"./kubeconfig"}' }));
    expect(withPath.kubernetes?.kubeconfig).to.equal("./kubeconfig");
  });

  it("refuses a secret where a value has to be seen, without showing it", () => {
    const read = () =>
      readSettings(
        source(
          { homesPath: "/hush" },
          {
            secretKeys: new Set(["homesPath"]),
            stackFile: "config:\n  jupyterhub-efs:homesPath: {secure: v1:x}\n",
          },
        ),
      );
    expect(read).to.throw(/"homesPath" .*got \[secret\]\.\n {4}Write it in the open/);
    expect(read).not.to.throw(/hush/);
  });
});
