// Proves when an object counts as ready, on recorded states. Does not prove that controllers bring objects there.
import { expect } from "chai";
import type { Properties } from "../../../../../local/providers/engine/values.ts";
import { awaitedOf } from "../../../../../local/providers/kubernetes/readiness/table.ts";

interface Setting {
  readonly existed?: boolean;
  readonly beside?: Properties;
}

async function reasons(
  apiVersion: string,
  kind: string,
  live: Properties,
  { existed = false, beside }: Setting = {},
) {
  const cluster = { get: () => Promise.resolve(beside) };
  return (await awaitedOf({ apiVersion, kind }, live)?.look(live, { cluster, existed })) ?? [];
}

const condition = (type: string, status: string, reason = "Because", message = "so") => ({
  type,
  status,
  reason,
  message,
});

describe("readiness", function () {
  it("of a volume is Available or Bound, and never Released", async () => {
    for (const [phase, count] of Object.entries({ Available: 0, Bound: 0, Pending: 1, Released: 1 })) {
      expect(await reasons("v1", "PersistentVolume", { status: { phase } }), phase).to.have.lengthOf(count);
    }
  });

  it("of a claim is Bound", async () => {
    const claim = (phase: string): Properties => ({ spec: { storageClassName: "" }, status: { phase } });
    expect(await reasons("v1", "PersistentVolumeClaim", claim("Bound"))).to.deep.equal([]);
    expect(await reasons("v1", "PersistentVolumeClaim", claim("Pending"))).to.have.lengthOf(1);
  });

  it("of a claim is Pending, and only that, where the class waits for a first consumer; but not of one that was there", async () => {
    const beside = { volumeBindingMode: "WaitForFirstConsumer" };
    const claim = (phase: string): Properties => ({ spec: { storageClassName: "late" }, status: { phase } });
    expect(await reasons("v1", "PersistentVolumeClaim", claim("Pending"), { beside })).to.deep.equal([]);
    expect(await reasons("v1", "PersistentVolumeClaim", claim("Bound"), { beside })).to.have.lengthOf(1);
    expect(
      await reasons("v1", "PersistentVolumeClaim", claim("Bound"), { beside, existed: true }),
    ).to.deep.equal([]);
  });

  it("of a deployment is available with the newest replica set rolled out", async () => {
    const deployment = (available: string, progress: string): Properties => ({
      metadata: { generation: 2, annotations: { "deployment.kubernetes.io/revision": "2" } },
      status: {
        observedGeneration: 2,
        conditions: [condition("Available", available), condition("Progressing", "True", progress)],
      },
    });
    expect(
      await reasons("apps/v1", "Deployment", deployment("True", "NewReplicaSetAvailable")),
    ).to.deep.equal([]);
    expect(
      await reasons("apps/v1", "Deployment", deployment("False", "NewReplicaSetAvailable")),
    ).to.deep.equal(["[Because] so"]);
    expect(await reasons("apps/v1", "Deployment", deployment("True", "ReplicaSetUpdated"))).to.have.lengthOf(
      1,
    );
    expect(await reasons("apps/v1", "Deployment", { metadata: { generation: 1 } })).to.have.lengthOf(1);
  });

  it("of a load balancer is an address", async () => {
    const service = (ingress: Properties[]): Properties => ({
      spec: { type: "LoadBalancer" },
      status: { loadBalancer: { ingress } },
    });
    expect(await reasons("v1", "Service", service([{ hostname: "h" }]))).to.deep.equal([]);
    expect((await reasons("v1", "Service", service([])))[0]).to.include("not allocated an IP address");
  });

  it("of a failed job never comes", async () => {
    const failed = {
      status: { conditions: [condition("Failed", "True", "BackoffLimitExceeded", "too often")] },
    };
    const outcome = await reasons("batch/v1", "Job", failed).catch(
      (error: unknown) => (error as Error).message,
    );
    expect(outcome).to.equal("[BackoffLimitExceeded] too often");
  });

  it("is what the program says, instead of the kind's own", async () => {
    const saying = (waitFor: string, more: Properties): Properties => ({
      metadata: { annotations: { "pulumi.com/waitFor": waitFor } },
      ...more,
    });
    const pending = { status: { phase: "Pending" } };
    expect(
      await reasons("v1", "PersistentVolumeClaim", saying("jsonpath={.status.phase}=Pending", pending)),
    ).to.deep.equal([]);
    expect(
      await reasons(
        "v1",
        "PersistentVolumeClaim",
        saying('["jsonpath={.status.phase}", "condition=Ready"]', pending),
      ),
    ).to.have.lengthOf(1);
    expect(() => awaitedOf({ apiVersion: "v1", kind: "Pod" }, saying("ready", {}))).to.throw(
      'expected a "jsonpath="',
    );
  });

  it("is not awaited of kinds that have none", () => {
    expect(awaitedOf({ apiVersion: "v1", kind: "Namespace" }, {})).to.equal(undefined);
    expect(awaitedOf({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass" }, {})).to.equal(undefined);
  });
});
