// Proves, with the real Helm on a real API server, what the Kubernetes provider's helm.v3.Release does with a chart: values,
// secrets, upgrades, failures and what is left of them, uninstall. Uses the stand-in charts, and says nothing of the real ones.
import path from "node:path";
import { Namespace, Service } from "@pulumi/kubernetes/core/v1/index.js";
import { Release, type ReleaseArgs } from "@pulumi/kubernetes/helm/v3/index.js";
import { interpolate, secret } from "@pulumi/pulumi";
import { expect } from "chai";
import { core, storage } from "../support/cluster.ts";
import { Trial } from "./trial.ts";

const namespace = "rules-release";
const charts = path.resolve(import.meta.dirname, "..", "..", "..", "local", "charts");
const quiet = { hub: { db: { type: "sqlite-memory" } }, proxy: { service: { type: "ClusterIP" } } };

const hubSecret = async (): Promise<Record<string, string>> =>
  (await core.readNamespacedSecret({ namespace, name: "hub" })).data ?? {};
const hubValues = async (): Promise<string> =>
  Buffer.from((await hubSecret())["values.yaml"] ?? "", "base64").toString();

describe("the Kubernetes provider, on releases", function () {
  let trial: Trial;
  const release = (values: object, more: Partial<ReleaseArgs> = {}) => {
    return () => {
      const { metadata } = new Namespace("namespace", { metadata: { name: namespace } });
      const hub = new Release("hub", {
        name: "hub",
        chart: path.join(charts, "jupyterhub"),
        namespace: metadata.name,
        timeout: 60,
        values: { ...quiet, ...values },
        ...more,
      });
      const proxy = Service.get("proxy", interpolate`${hub.status.namespace}/proxy-public`);
      return { status: hub.status, names: hub.resourceNames, address: proxy.spec.clusterIP };
    };
  };

  const nothing = () => new Namespace("namespace", { metadata: { name: namespace } });
  before(async () => {
    trial = await Trial.open("rules-release");
  });
  afterEach(async () => {
    await trial.up(nothing);
  });
  after(async () => {
    await trial.remove();
  });

  it("installs, tells what it made, and has nothing left to do", async () => {
    const program = release({});
    const { outputs } = await trial.up(program);
    expect(outputs.status).to.include({
      name: "hub",
      namespace,
      revision: 1,
      status: "deployed",
      chart: "jupyterhub",
    });
    expect(outputs.names).to.have.property("Service/v1").that.includes("proxy-public");
    expect(outputs.names).to.have.property("Deployment.apps/apps/v1").that.deep.equals(["hub", "proxy"]);
    expect(outputs.address).to.match(/^10\./);
    expect((await trial.up(program)).steps).to.deep.equal([]);
    expect(await trial.refresh()).to.deep.equal([]);
    expect(await trial.preview(program)).to.deep.equal([]);
  });

  it("upgrades for another value, and the chart keeps its secrets", async () => {
    await trial.up(release({}));
    const before = await hubSecret();
    const { steps, outputs } = await trial.up(release({ singleuser: { uid: 2000 } }));
    expect(steps).to.deep.equal(["update hub"]);
    expect(outputs.status).to.include({ revision: 2, status: "deployed" });
    const after = await hubSecret();
    expect(after["values.yaml"]).not.to.equal(before["values.yaml"]);
    for (const key of ["ConfigurableHTTPProxy.auth_token", "JupyterHub.cookie_secret", "CryptKeeper.keys"]) {
      expect(after[`hub.config.${key}`], key).to.equal(before[`hub.config.${key}`]).and.not.equal(undefined);
    }
  });

  it("takes a chart's default away with a null", async () => {
    await trial.up(release({ singleuser: { fsGid: 100, cmd: null } }));
    expect(await hubValues())
      .to.include("fsGid: 100")
      .and.not.to.include("cmd:");
  });

  it("keeps a secret value out of the state, and gives it to the chart", async () => {
    const text = "correct horse battery staple";
    await trial.up(release({ custom: { text: secret(text) } }));
    expect(await trial.state()).not.to.include(text);
    expect(await hubValues()).to.include(text);
  });

  it("passes over a wrong value in a preview, and names it in an up, which leaves nothing", async () => {
    const wrong = release({ singleuser: { udi: 1000 } });
    expect(await trial.preview(wrong)).to.include("create hub");
    const message = await trial.failing(wrong);
    expect(message).to.include("values don't meet the specifications of the schema(s)").and.to.include("udi");
    const secrets = await core.listNamespacedSecret({ namespace });
    expect(secrets.items).to.deep.equal([]);
  });

  it("keeps a release that does not get ready, and upgrades it when it can", async () => {
    const stuck = { ...quiet, hub: { ...quiet.hub, nodeSelector: { "no-such": "node" } } };
    const message = await trial.failing(release({}, { timeout: 5, values: stuck }));
    expect(message).to.include("was created, but failed to initialize completely");
    const { steps, outputs } = await trial.up(release({}));
    expect(steps).to.include("update hub").and.not.to.include("create hub");
    expect(outputs.status).to.include({ status: "deployed", revision: 2 });
  });

  it("makes a release of another name anew, and leaves nothing of one that goes", async () => {
    await trial.up(release({}));
    const { steps } = await trial.up(release({ fullnameOverride: "other" }, { name: "other" }));
    expect(steps).to.include("create-replacement hub").and.to.include("delete-replaced hub");
    const services = await core.listNamespacedService({ namespace });
    expect(services.items.map(({ metadata }) => metadata?.name)).to.have.members([
      "other-hub",
      "other-proxy-api",
      "other-proxy-public",
    ]);
  });

  it("says when there is no such chart", async () => {
    const message = await trial.failing(release({}, { chart: "./no/such/chart" }));
    expect(message).to.include("no/such/chart").and.to.include("check the chart name");
  });

  it("keeps the driver's CSIDriver when its release goes, as its chart says", async () => {
    const driver = () =>
      new Release("driver", {
        name: "driver",
        chart: path.join(charts, "aws-efs-csi-driver"),
        namespace: "kube-system",
        timeout: 60,
      });
    await trial.up(driver);
    await trial.up(nothing);
    expect((await storage.readCSIDriver({ name: "efs.csi.aws.com" })).spec.attachRequired).to.equal(false);
  });
});
