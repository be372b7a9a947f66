// Proves which kind of object a type token stands for, and where the SDK declares it. Does not prove that a cluster serves it.
import { expect } from "chai";
import { groupVersion, kindOf } from "../../../../../local/providers/kubernetes/cluster/kind.ts";
import { moduleOf } from "../../../../../local/providers/kubernetes/declared.ts";

describe("the kind behind a token", function () {
  it("has no group in the core, and a whole group elsewhere", () => {
    expect(kindOf("kubernetes:core/v1:PersistentVolumeClaim")).to.deep.equal({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
    });
    expect(kindOf("kubernetes:apps/v1:Deployment")).to.deep.equal({
      apiVersion: "apps/v1",
      kind: "Deployment",
    });
    expect(kindOf("kubernetes:storage.k8s.io/v1:StorageClass")).to.deep.equal({
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
    });
  });

  it("is none where the token names no kind", () => {
    expect(kindOf("kubernetes:yaml:ConfigFile")).to.equal(undefined);
    expect(kindOf("pulumi:providers:kubernetes")).to.equal(undefined);
  });

  it("splits an API version", () => {
    expect(groupVersion("v1")).to.deep.equal({ group: "", version: "v1" });
    expect(groupVersion("apps/v1")).to.deep.equal({ group: "apps", version: "v1" });
  });

  it("is declared in a module of the SDK, whose name has no leading capitals", () => {
    expect(moduleOf("kubernetes:core/v1:PersistentVolumeClaim")).to.equal("core/v1/persistentVolumeClaim");
    expect(moduleOf("kubernetes:storage.k8s.io/v1:CSIDriver")).to.equal("storage/v1/csidriver");
    expect(moduleOf("kubernetes:helm.sh/v3:Release")).to.equal("helm/v3/release");
  });
});
