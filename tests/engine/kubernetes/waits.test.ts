// Proves, against a real API server, what the Kubernetes provider waits for, what it says when it waited in vain, and that
// the next update goes on from there. Provider-neutral. Does not prove how long the waits without a given time limit are.
import {
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  Service,
} from "@pulumi/kubernetes/core/v1/index.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/index.js";
import { expect } from "chai";
import { core, create } from "../support/cluster.ts";
import { startServer } from "../support/servers.ts";
import { type Program, Trial } from "./trial.ts";

const namespace = "rules-waits";
const seconds = (create: string) => ({ customTimeouts: { create, update: create, delete: "3s" } });

const volume = (): PersistentVolume =>
  new PersistentVolume("volume", {
    metadata: { name: "rules-waits" },
    spec: {
      capacity: { storage: "1Gi" },
      accessModes: ["ReadWriteMany"],
      storageClassName: "",
      persistentVolumeReclaimPolicy: "Retain",
      csi: { driver: "efs.csi.aws.com", volumeHandle: "fs-1" },
    },
  });

const claim = (
  wait: string,
  more: { annotations?: Record<string, string>; storageClassName?: string; on?: PersistentVolume } = {},
): PersistentVolumeClaim => {
  const { annotations = {}, storageClassName = "" } = more;
  const args = {
    metadata: { name: "claim", namespace, annotations },
    spec: {
      accessModes: ["ReadWriteMany"],
      storageClassName,
      ...(storageClassName === "" && { volumeName: "rules-waits" }),
      resources: { requests: { storage: "1Gi" } },
    },
  };
  return new PersistentVolumeClaim("claim", args, { ...seconds(wait), dependsOn: more.on ?? [] });
};

describe("the Kubernetes provider, waiting", function () {
  let trial: Trial;
  const program =
    (more: Program = () => undefined) =>
    () => {
      new Namespace("namespace", { metadata: { name: namespace } });
      return more();
    };

  before(async () => {
    trial = await Trial.open("rules-waits");
    await trial.up(program());
  });
  afterEach(async () => {
    await trial.up(program());
  });
  after(async () => {
    await trial.remove();
  });

  it("waits until a claim is bound", async () => {
    const both = program(() => claim("60s", { on: volume() }));
    await trial.up(both);
    expect(
      (await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" })).status?.phase,
    ).to.equal("Bound");
  });

  it("keeps a claim that does not get bound, and goes on when it can", async () => {
    const message = await trial.failing(program(() => claim("2s")));
    expect(message).to.include("failed to fully initialize or become live");
    const { metadata } = await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" });
    const { steps } = await trial.up(program(() => claim("60s", { on: volume() })));
    expect(steps).to.include("update claim").and.not.to.include("create claim");
    const now = await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" });
    expect(now.metadata?.uid).to.equal(metadata?.uid);
    expect(now.status?.phase).to.equal("Bound");
  });

  it("does not wait where the program says so", async () => {
    await trial.up(program(() => claim("600s", { annotations: { "pulumi.com/skipAwait": "true" } })));
    expect(
      (await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" })).status?.phase,
    ).to.equal("Pending");
  });

  it("takes Pending for ready where the class waits for a first consumer", async () => {
    await trial.up(
      program(() => {
        const args = {
          metadata: { name: "rules-late" },
          provisioner: "nobody",
          volumeBindingMode: "WaitForFirstConsumer",
        };
        const { metadata } = new StorageClass("class", args);
        return metadata.name.apply(() => claim("60s", { storageClassName: "rules-late" }));
      }),
    );
    expect(
      (await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" })).status?.phase,
    ).to.equal("Pending");
  });

  it("names what holds a claim that is to go, and finishes when it is let go", async () => {
    await trial.up(program(() => claim("60s", { on: volume() })));
    await startServer(namespace, "claim");
    const message = await trial.failing(program(volume));
    expect(message).to.include("claim");
    const { metadata } = await core.readNamespacedPersistentVolumeClaim({ namespace, name: "claim" });
    expect(metadata?.finalizers).to.include("kubernetes.io/pvc-protection");
    expect(metadata?.deletionTimestamp).not.to.equal(undefined);
    await core.deleteNamespacedPod({ namespace, name: "jupyter-alice", gracePeriodSeconds: 0 });
    expect((await trial.up(program(volume))).steps).to.deep.equal(["delete claim"]);
  });

  it("waits until a load balancer has an address", async () => {
    const balanced = program(() => {
      const args = {
        metadata: { name: "balanced", namespace },
        spec: { type: "LoadBalancer", ports: [{ port: 80 }] },
      };
      const service = new Service("balanced", args, seconds("60s"));
      return { ingress: service.status.loadBalancer.ingress };
    });
    const { outputs } = await trial.up(balanced);
    expect(outputs.ingress).to.have.lengthOf(1);
  });

  it("waits until a namespace is gone with all that is in it", async () => {
    await trial.up(program(() => new Namespace("full", { metadata: { name: "rules-full" } })));
    const inside = { name: "inside", namespace: "rules-full" };
    await create({ apiVersion: "v1", kind: "ServiceAccount", metadata: inside, spec: {} });
    expect((await trial.up(program())).steps).to.deep.equal(["delete full"]);
    const names = (await core.listNamespace()).items.map(({ metadata }) => metadata?.name);
    expect(names).not.to.include("rules-full");
  });
});
