/**
 * Proves: defaults, that every fault comes in one go, and that complete settings are taken again
 * unchanged.
 * Does not prove: the rules one by one (rules/, shape/); what is taken as an Output (opaque.test.ts).
 */
import { expect } from "chai";
import fc from "fast-check";
import { checkProgramSettings, checkSettings } from "../../../components/settings/check.ts";
import { expectFault, faultsOf, stackOf, leastHub } from "../../support/faults.ts";

const settingsOf = (raw: Record<string, unknown>) => {
  const checked = checkProgramSettings(stackOf(raw));
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.settings;
};

describe("settings", () => {
  it("have a default for everything but the cluster, the hub's database and who may sign in", () => {
    expect(settingsOf({})).to.deep.equal({
      cluster: { existing: { name: "research" } },
      network: {},
      userMode: "non-root",
      provisioning: "static",
      posix: { uid: 1000, gid: 100 },
      fileSystem: {
        create: {
          throughputMode: "elastic",
          performanceMode: "generalPurpose",
          lifecycle: { toInfrequentAccessAfterDays: 30, backOnFirstAccess: true },
          backup: true,
        },
      },
      access: "iam",
      keepRootAccess: false,
      dataProtection: "protect",
      movedFrom: {},
      fixOwners: "nothing",
      homesPath: "/hub",
      homeDirectory: "home-{username}",
      usernames: "safe",
      sharedFolders: {},
      identity: "pod-identity",
      driver: {
        install: "helm",
        chart: { version: "4.4.1", repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver/" },
        values: {},
      },
      hub: {
        name: "hub",
        namespace: "hub",
        chart: { version: "4.4.0", repository: "https://hub.jupyter.org/helm-chart/" },
        image: { name: "quay.io/jupyter/base-notebook", tag: "2026-08-10" },
        database: { kind: "claim", storageClassName: "gp3" },
        signIn: { ...leastHub.signIn, tls: "start" },
        admins: [],
        grantSudo: false,
        blockNfs: true,
        timeoutSeconds: 600,
        values: {},
      },
      tags: {},
    });
    expect(
      faultsOf({ cluster: undefined, hub: { database: undefined, signIn: undefined } }).map(
        ({ path }) => path,
      ),
    ).to.deep.equal(["cluster", "hub.database", "hub.signIn"]);
  });

  it("take an empty mapping of `kubernetes` as none: the machine's own kubeconfig has to be asked for", () => {
    expect(settingsOf({ kubernetes: {} })).not.to.have.property("kubernetes");
    expect(settingsOf({ kubernetes: { context: "research" } })).to.have.property("kubernetes");
  });

  it("tell a tag's bad key beside another tag's bad value", () => {
    expect(faultsOf({ tags: { a: 1, "aws:b": "c" } }).map(({ path }) => path)).to.deep.equal([
      "tags.a",
      "tags.aws:b",
    ]);
  });

  it("tell a namespace of Kubernetes' own beside a bad name of the hub", () => {
    expect(
      faultsOf({ hub: { name: "A_B", namespace: "kube-system" } }).map(({ path }) => path),
    ).to.deep.equal(["hub.name", "hub.namespace"]);
  });

  it("show no secret that stands under a misspelt key", () => {
    const secret = "hush-hush";
    const faults = faultsOf({
      kubernets: secret,
      hub: { url: secret, databse: secret, pasword: secret, database: { kind: "memory", pasword: secret } },
    });
    expect(faults).to.have.lengthOf(5);
    expect(JSON.stringify(faults)).not.to.include(secret);
  });

  it("merge with their defaults key by key, but a lifecycle replaces the default whole", () => {
    const settings = settingsOf({
      posix: { uid: 2000 },
      hub: { name: "lab" },
      fileSystem: { create: { lifecycle: { toInfrequentAccessAfterDays: 7 } } },
    });
    expect(settings.posix).to.deep.equal({ uid: 2000, gid: 100 });
    expect(settings.homesPath).to.equal("/lab");
    expect(settings.hub.namespace).to.equal("lab");
    expect(settings.fileSystem.create?.lifecycle).to.deep.equal({ toInfrequentAccessAfterDays: 7 });
    expect(settings.fileSystem.create?.throughputMode).to.equal("elastic");
  });

  it("a chart by path has no version and no repository", () => {
    expect(settingsOf({ hub: { chart: { path: "./c" } } }).hub.chart).to.deep.equal({ path: "./c" });
    expect(settingsOf({ hub: { chart: { repository: "https://mirror.example/" } } }).hub.chart).to.deep.equal(
      {
        version: "4.4.0",
        repository: "https://mirror.example/",
      },
    );
  });

  it("keep the nulls of values: Helm deletes a chart's default by them", () => {
    const values = { singleuser: { memory: { guarantee: null } }, list: [null, 1] };
    expect(settingsOf({ hub: { values } }).hub.values).to.deep.equal(values);
  });

  it("that are complete are taken again unchanged", () => {
    const driver = fc.constantFrom(
      {},
      { install: "existing", nodeRoleArn: "arn:aws:iam::123456789012:role/node" },
      { chart: { path: "./c" } },
    );
    const userMode = fc.constantFrom("root", "non-root");
    fc.assert(
      fc.property(fc.record({ driver, userMode }), (raw) => {
        const settings = settingsOf(raw);
        const again = checkProgramSettings({ ...settings });
        expect(again).to.have.property("settings").that.deep.equals(settings);
      }),
    );
  });

  it("of a component lack what says where its cluster is", () => {
    const { cluster: _, ...raw } = stackOf();
    const checked = checkSettings(raw);
    expect(checked).to.have.property("settings");
    expect(checkSettings(stackOf())).to.have.nested.property("faults[0].path", "cluster");
  });
});

describe("the check", () => {
  it("finds every fault in one go, sorted by path, each once", () => {
    const faults = faultsOf({
      cluster: { create: {}, existing: { name: "x" } },
      userMod: "root",
      provisioning: "dynamik",
      posix: { uid: 0, gid: "users" },
      fileSystem: { create: { throughputMode: "provisioned", oneZone: "here" } },
      homesPath: "/a/b/c/d",
      homeDirectory: "home",
      network: { subnetIds: ["subnet-1", "subnet-0123456789abcdef0"] },
      hub: { database: undefined, timeoutSeconds: 1, chart: { version: "3.3.8" } },
      tags: { "aws:x": "y" },
    });
    expect(faults.map(({ path }) => path)).to.deep.equal([
      "cluster",
      "cluster.create",
      "fileSystem.create.oneZone",
      "fileSystem.create.provisionedThroughputMibps",
      "homeDirectory",
      "homesPath",
      "hub.chart.version",
      "hub.database",
      "hub.timeoutSeconds",
      "network.subnetIds[0]",
      "posix.gid",
      "posix.uid",
      "provisioning",
      "tags.aws:x",
      "userMod",
    ]);
    for (const fault of faults) {
      expect(Object.keys(fault).sort()).to.deep.equal(["fix", "got", "path", "rule"]);
      expect(Object.values(fault).every((text: string) => text !== "")).to.equal(true);
    }
  });

  it("asks no rule about what is faulty in itself", () => {
    // With the default mode, MiB/s would be a second fault.
    expectFault(
      { fileSystem: { create: { throughputMode: "provisionned", provisionedThroughputMibps: 5 } } },
      "fileSystem.create.throughputMode",
      /must be/,
    );
  });

  it("reports a later stage's faults beside its own, unless their ground is faulty itself", () => {
    const later = { path: "hub.values.singleuser.uid", rule: "is ours", got: "5", fix: "Remove it." };
    const pathsOf = (raw: Record<string, unknown>) => {
      const checked = checkProgramSettings(stackOf(raw), () => [later]);
      return "faults" in checked ? checked.faults.map(({ path }) => path) : [];
    };
    expect(pathsOf({})).to.deep.equal([later.path]);
    expect(pathsOf({ hub: { database: undefined } })).to.deep.equal(["hub.database", later.path]);
    expect(pathsOf({ verify: true })).to.deep.equal([later.path, "verify"]);
    expect(pathsOf({ userMode: "rot" })).to.deep.equal(["userMode"]);
  });

  it("never throws, whatever it is given", () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        "cluster",
        "hub",
        "posix",
        "fileSystem",
        "network",
        "tags",
        "driver",
        "homesPath",
        "other",
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const checked = checkProgramSettings(raw);
        expect("faults" in checked ? checked.faults.length : 1).to.be.greaterThan(0);
      }),
    );
  });
});
