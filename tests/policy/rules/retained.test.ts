// Proves which reclaim policies the rule refuses, said or not.
import { expect } from "chai";
import { retained } from "../../../policy/rules/retained.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { efsVolume, faults, storageClass, volume, whole } from "../support.ts";

const provisioner = "efs.csi.aws.com";

describe("the policy rule retained", () => {
  it("refuses a class and a volume that are deleted with their claims", () => {
    for (const more of [{}, { reclaimPolicy: "Delete" }])
      expect(faults(retained, storageClass, { provisioner, ...more }).join()).to.contain(
        '"reclaimPolicy" is Delete',
      );
    const deleted = efsVolume({}, { persistentVolumeReclaimPolicy: "Delete" });
    expect(faults(retained, volume, deleted).join()).to.contain("Say Retain");
  });

  it("refuses them in every form: an older version, a list, a patch that says so", () => {
    const beta = "kubernetes:storage.k8s.io/v1beta1:StorageClass";
    expect(faults(retained, beta, { provisioner })).to.have.length(1);
    const items = [{ provisioner, reclaimPolicy: "Retain" }, { provisioner }];
    expect(faults(retained, `${storageClass}List`, { items }).join()).to.match(/^"items\.1\.reclaimPolicy" /);
    const deleted = { provisioner, reclaimPolicy: "Delete" };
    expect(faults(retained, `${storageClass}Patch`, deleted)).to.have.length(1);
    expect(faults(retained, `${storageClass}Patch`, { provisioner })).to.be.empty;
  });

  it("takes what stays, and what is not known yet", () => {
    for (const reclaimPolicy of ["Retain", UNKNOWN])
      expect(faults(retained, storageClass, { provisioner, reclaimPolicy })).to.be.empty;
    expect(faults(retained, volume, efsVolume({}))).to.be.empty;
    expect(faults(retained, volume, { spec: UNKNOWN })).to.be.empty;
  });

  it("takes the author's word that all is to go, and no other", () => {
    const of = (dataProtection: string) =>
      faults(retained, storageClass, { provisioner }, { parent: whole({ dataProtection }) });
    expect(of("delete")).to.be.empty;
    expect(of("retain")).to.have.length(1);
  });

  it("says nothing of classes of other drivers", () => {
    expect(faults(retained, storageClass, { provisioner: "ebs.csi.aws.com" })).to.be.empty;
  });
});
