// Proves which changes of an object make it anew, and which of them delete first. Does not prove that the tables agree with
// the official provider: they were read from its source, see RULES.md.
import { expect } from "chai";
import { replaces } from "../../../../../local/providers/engine/diff.ts";
import type { Properties } from "../../../../../local/providers/engine/values.ts";
import { kindOf } from "../../../../../local/providers/kubernetes/cluster/kind.ts";
import { difference } from "../../../../../local/providers/kubernetes/objects/difference.ts";

function change(
  token: string,
  olds: Properties,
  news: Properties,
  mutable = { secrets: false, configMaps: false },
) {
  const kind = kindOf(`kubernetes:${token}`);
  if (kind === undefined) throw new Error(token);
  const subject = { urn: "urn", type: token, name: "x", id: "n/x" };
  const diff = difference(kind, { ...subject, oldInputs: olds, oldOutputs: olds, news }, mutable);
  return { replaces: replaces(diff), first: diff.deleteBeforeReplace === true, changes: diff.changes.length };
}

const metadata = { name: "x", namespace: "n" };
const inPlace = { replaces: false, first: false };
const anew = { replaces: true, first: true };

describe("a change of an object", function () {
  it("replaces a volume for its source, at any depth, and not for its size", () => {
    const volume = (spec: Properties): Properties => ({ metadata, spec });
    const csi = (volumeHandle: string): Properties => volume({ csi: { driver: "d", volumeHandle } });
    expect(change("core/v1:PersistentVolume", csi("a"), csi("b"))).to.include(anew);
    expect(change("core/v1:PersistentVolume", csi("a"), volume({ nfs: { server: "s" } }))).to.include(anew);
    const sized = (storage: string): Properties => volume({ capacity: { storage } });
    expect(change("core/v1:PersistentVolume", sized("1Gi"), sized("2Gi"))).to.include(inPlace);
  });

  it("replaces a claim for what binds it, and not for what it requests", () => {
    const claim = (spec: Properties): Properties => ({ metadata, spec });
    for (const field of ["volumeName", "storageClassName"]) {
      expect(
        change("core/v1:PersistentVolumeClaim", claim({ [field]: "a" }), claim({ [field]: "b" })),
        field,
      ).to.include(anew);
    }
    const modes = (mode: string): Properties => claim({ accessModes: [mode] });
    expect(
      change("core/v1:PersistentVolumeClaim", modes("ReadWriteOnce"), modes("ReadWriteMany")),
    ).to.include(anew);
    const size = (storage: string): Properties => claim({ resources: { requests: { storage } } });
    expect(change("core/v1:PersistentVolumeClaim", size("1Gi"), size("2Gi"))).to.include(inPlace);
  });

  it("replaces a storage class for its parameters, and not for its reclaim policy", () => {
    const type = "storage.k8s.io/v1:StorageClass";
    expect(
      change(type, { metadata, parameters: { a: "1" } }, { metadata, parameters: { a: "2" } }),
    ).to.include(anew);
    expect(
      change(type, { metadata, reclaimPolicy: "Delete" }, { metadata, reclaimPolicy: "Retain" }),
    ).to.include(inPlace);
  });

  it("replaces data of a ConfigMap or Secret, unless the provider is told that it may change", () => {
    const data = (a: string): Properties => ({ metadata, data: { a } });
    for (const type of ["core/v1:ConfigMap", "core/v1:Secret"]) {
      expect(change(type, data("1"), data("2")), type).to.include(anew);
      expect(change(type, data("1"), data("2"), { secrets: true, configMaps: true }), type).to.include(
        inPlace,
      );
      const frozen = { ...data("2"), immutable: true };
      expect(
        change(type, { ...data("1"), immutable: true }, frozen, { secrets: true, configMaps: true }),
        type,
      ).to.include(anew);
    }
  });

  it("replaces a pod for a container's image, and a whole new container", () => {
    const pod = (...images: string[]): Properties => ({
      metadata,
      spec: { containers: images.map((image) => ({ image })) },
    });
    expect(change("core/v1:Pod", pod("a"), pod("b"))).to.include(anew);
    expect(change("core/v1:Pod", pod("a"), pod("a", "b"))).to.include(anew);
  });

  it("replaces any object for its name or namespace, without deleting first", () => {
    const renamed = { metadata: { ...metadata, name: "y" } };
    const moved = { metadata: { ...metadata, namespace: "m" } };
    for (const news of [renamed, moved]) {
      expect(change("core/v1:Service", { metadata }, news)).to.include({ replaces: true, first: false });
    }
  });

  it("does not delete first what the provider named", () => {
    const named = { metadata: { ...metadata, annotations: { "pulumi.com/autonamed": "true" } } };
    const data = (a: string): Properties => ({ ...named, data: { a } });
    expect(change("core/v1:ConfigMap", data("1"), data("2"))).to.include({ replaces: true, first: false });
  });

  it("is none where nothing changed", () => {
    expect(change("core/v1:Service", { metadata }, { metadata })).to.include({ ...inPlace, changes: 0 });
  });
});
