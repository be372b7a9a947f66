// Proves which claims get a volume and which volumes go. Does not watch an API server; the engine tests do.
import type { V1PersistentVolume, V1PersistentVolumeClaim } from "@kubernetes/client-node";
import { expect } from "chai";
import { isDone, needsVolume, volumeFor } from "../../../local/cluster/blockVolumes.ts";

const claim = (
  annotations: Record<string, string>,
  more: Record<string, unknown> = {},
): V1PersistentVolumeClaim => {
  const spec = {
    storageClassName: "gp3",
    accessModes: ["ReadWriteOnce"],
    resources: { requests: { storage: "2Gi" } },
  };
  const metadata = { name: "hub-db-dir", namespace: "hub", uid: "u-1", annotations };
  const plain: unknown = { metadata, spec: { ...spec, ...more } };
  return plain as V1PersistentVolumeClaim;
};
const chosen = { "volume.kubernetes.io/selected-node": "local-us-east-1a" };

describe("needsVolume", () => {
  it("waits until the scheduler has chosen a node", () => {
    expect(needsVolume(claim({}))).to.equal(false);
    expect(needsVolume(claim(chosen))).to.equal(true);
  });

  it("leaves other classes and bound claims alone", () => {
    expect(needsVolume(claim(chosen, { storageClassName: "efs-ap" }))).to.equal(false);
    expect(needsVolume(claim(chosen, { volumeName: "pvc-u-1" }))).to.equal(false);
  });
});

describe("volumeFor", () => {
  it("is for this claim alone and as large as asked for", () => {
    const { metadata, spec } = volumeFor(claim(chosen));
    expect(metadata.name).to.equal("pvc-u-1");
    expect(spec).to.deep.include({
      capacity: { storage: "2Gi" },
      accessModes: ["ReadWriteOnce"],
      persistentVolumeReclaimPolicy: "Delete",
    });
    expect(spec)
      .to.have.property("claimRef")
      .that.deep.includes({ name: "hub-db-dir", namespace: "hub", uid: "u-1" });
  });
});

describe("isDone", () => {
  const volume = (phase: string, provisioner = "ebs.csi.aws.com", policy = "Delete"): V1PersistentVolume => {
    const metadata = { annotations: { "pv.kubernetes.io/provisioned-by": provisioner } };
    const plain: unknown = { metadata, spec: { persistentVolumeReclaimPolicy: policy }, status: { phase } };
    return plain as V1PersistentVolume;
  };

  it("takes a volume of ours whose claim is gone, and nothing else", () => {
    expect(isDone(volume("Released"))).to.equal(true);
    expect(isDone(volume("Bound"))).to.equal(false);
    expect(isDone(volume("Released", "efs.csi.aws.com"))).to.equal(false);
    expect(isDone(volume("Released", "ebs.csi.aws.com", "Retain"))).to.equal(false);
  });
});
