// Proves, against a real API server, what the Kubernetes provider does to single objects: names, replacements and their
// order, drift, existing objects, data that is immutable by default. Provider-neutral: it never names the stand-in, so that
// the official plugin can be put under it. Does not prove anything about kinds that are not named here.
import {
  ConfigMap,
  Namespace,
  PersistentVolume,
  Secret,
  Service,
  ServiceAccount,
} from "@pulumi/kubernetes/core/v1/index.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/index.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/index.js";
import { secret } from "@pulumi/pulumi";
import { expect } from "chai";
import { core, create, storage } from "../support/cluster.ts";
import { type Program, Trial } from "./trial.ts";

const namespace = "rules-objects";

const volume = (handle: string, name = "rules-volume"): PersistentVolume =>
  new PersistentVolume("volume", {
    metadata: { name },
    spec: {
      capacity: { storage: "1Gi" },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Retain",
      storageClassName: "",
      csi: { driver: "efs.csi.aws.com", volumeHandle: handle },
    },
  });

const deployment = (labels: Record<string, string>): Deployment =>
  new Deployment("app", {
    metadata: { name: "app", namespace, labels },
    spec: {
      selector: { matchLabels: { app: "rules" } },
      template: {
        metadata: { labels: { app: "rules" } },
        spec: { containers: [{ name: "app", image: "app", resources: { requests: { cpu: "0.5" } } }] },
      },
    },
  });

describe("the Kubernetes provider, on objects", function () {
  let trial: Trial;
  let base: () => void;
  const program =
    (more: Program = () => undefined) =>
    () => {
      base();
      return more();
    };

  before(async () => {
    trial = await Trial.open("rules-objects");
    base = () => new Namespace("namespace", { metadata: { name: namespace } });
    await trial.up(program());
  });
  after(async () => {
    await trial.remove();
  });

  it("has nothing to do, and finds nothing changed, where the server writes a value in another way", async () => {
    const both = program(() => [deployment({}), volume("fs-1")]);
    await trial.up(both);
    expect((await trial.up(both)).steps).to.deep.equal([]);
    expect(await trial.refresh()).to.deep.equal([]);
    expect(await trial.preview(both)).to.deep.equal([]);
  });

  it("takes away what the program no longer says, and leaves what others said", async () => {
    await trial.up(program(() => deployment({ mine: "1", also: "2" })));
    const patch = [{ op: "add", path: "/metadata/labels/theirs", value: "3" }];
    const { AppsV1Api, KubeConfig } = await import("@kubernetes/client-node");
    const config = new KubeConfig();
    config.loadFromDefault();
    const apps = config.makeApiClient(AppsV1Api);
    await apps.patchNamespacedDeployment({ namespace, name: "app", body: patch });
    expect((await trial.up(program(() => deployment({ mine: "1" })))).steps).to.deep.equal(["update app"]);
    const { metadata } = await apps.readNamespacedDeployment({ namespace, name: "app" });
    expect(metadata?.labels).to.deep.equal({ mine: "1", theirs: "3" });
  });

  it("deletes an object with a fixed name before it makes its successor", async () => {
    await trial.up(program(() => volume("fs-1")));
    const { steps } = await trial.up(program(() => volume("fs-2")));
    expect(steps.filter((step) => !step.startsWith("replace"))).to.deep.equal([
      "delete-replaced volume",
      "create-replacement volume",
    ]);
    expect((await core.readPersistentVolume({ name: "rules-volume" })).spec?.csi?.volumeHandle).to.equal(
      "fs-2",
    );
  });

  it("makes the successor first where the name changes", async () => {
    await trial.up(program(() => volume("fs-1")));
    const { steps } = await trial.up(program(() => volume("fs-1", "rules-volume-2")));
    expect(steps.filter((step) => !step.startsWith("replace"))).to.deep.equal([
      "create-replacement volume",
      "delete-replaced volume",
    ]);
  });

  it("makes a ConfigMap anew when its data changes, under another made-up name", async () => {
    const map = (value: string) =>
      program(() => ({
        name: new ConfigMap("map", { metadata: { namespace }, data: { value } }).metadata.name,
      }));
    const { outputs } = await trial.up(map("1"));
    expect(outputs.name).to.match(/^map-[0-9a-f]{8}$/);
    const { steps, outputs: then } = await trial.up(map("2"));
    expect(steps.filter((step) => !step.startsWith("replace"))).to.deep.equal([
      "create-replacement map",
      "delete-replaced map",
    ]);
    expect(then.name)
      .to.match(/^map-[0-9a-f]{8}$/)
      .and.not.equal(outputs.name);
  });

  it("keeps a Secret's text out of the state", async () => {
    const text = "correct horse battery staple";
    await trial.up(
      program(
        () =>
          new Secret("secret", {
            metadata: { name: "secret", namespace },
            stringData: { text: secret(text) },
          }),
      ),
    );
    const state = await trial.state();
    expect(state).not.to.include(text).and.not.to.include(Buffer.from(text).toString("base64"));
    expect(await trial.refresh()).to.deep.equal([]);
    const { data } = await core.readNamespacedSecret({ namespace, name: "secret" });
    expect(Buffer.from(data?.text ?? "", "base64").toString()).to.equal(text);
  });

  it("replaces a StorageClass for its parameters; the server refuses another reclaim policy", async () => {
    const uid = (value: string, reclaimPolicy = "Retain") =>
      program(() => {
        const args = {
          metadata: { name: "rules-class" },
          provisioner: "efs.csi.aws.com",
          parameters: { uid: value },
          reclaimPolicy,
        };
        return new StorageClass("class", args);
      });
    await trial.up(uid("1"));
    expect((await trial.up(uid("2"))).steps).to.include("delete-replaced class");
    expect(await trial.failing(uid("2", "Delete")))
      .to.include("reclaimPolicy")
      .and.to.match(/forbidden|immutable/i);
    expect((await storage.readStorageClass({ name: "rules-class" })).parameters).to.deep.equal({ uid: "2" });
  });

  it("does not take over an object that is there already", async () => {
    await create({
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: "theirs", namespace },
      spec: {},
    });
    const message = await trial.failing(
      program(() => new ServiceAccount("theirs", { metadata: { name: "theirs", namespace } })),
    );
    expect(message).to.include('serviceaccounts "theirs" already exists');
  });

  it("finds and repairs what was changed by hand", async () => {
    const account = program(
      () =>
        new ServiceAccount("drifting", {
          metadata: { name: "drifting", namespace, annotations: { role: "a" } },
        }),
    );
    await trial.up(account);
    const patch = [{ op: "replace", path: "/metadata/annotations/role", value: "b" }];
    await core.patchNamespacedServiceAccount({ namespace, name: "drifting", body: patch });
    expect(await trial.refresh()).to.deep.equal(["update drifting"]);
    expect(await trial.preview(account)).to.deep.equal(["update drifting"]);
  });

  it("reads what others made", async () => {
    const spec = { ports: [{ port: 80 }] };
    await create({ apiVersion: "v1", kind: "Service", metadata: { name: "reached", namespace }, spec });
    const reading = program(() => ({
      address: Service.get("reached", `${namespace}/reached`).spec.clusterIP,
    }));
    expect((await trial.up(reading)).outputs.address).to.match(/^10\./);
    const message = await trial.failing(program(() => Service.get("missing", `${namespace}/missing`)));
    expect(message).to.include("missing").and.to.include("does not exist");
  });
});
