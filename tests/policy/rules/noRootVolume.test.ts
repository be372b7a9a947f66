// Proves which volumes and access points the rule takes for the file system's root.
import { expect } from "chai";
import { noRootVolume } from "../../../policy/rules/noRootVolume.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { accessPoint, efsVolume, faults, volume } from "../support.ts";

describe("the policy rule no-root-volume", () => {
  const roots = ["/", "//", "/.", "/homes/..", ""].map((path) => ({ rootDirectory: { path } }));
  for (const type of [accessPoint, "aws-native:efs:AccessPoint"])
    for (const props of [{}, { rootDirectory: {} }, ...roots]) {
      it(`refuses ${type} with ${JSON.stringify(props)}`, () => {
        expect(faults(noRootVolume, type, props).join()).to.contain("root of the file system");
      });
    }

  for (const volumeHandle of ["fs-1", "fs-1:/", "fs-1:/homes", "fs-1:fsap-1", "fs-1::fsap-", "efs:fs-1:/"]) {
    it(`refuses the volume ${volumeHandle}`, () => {
      expect(faults(noRootVolume, volume, efsVolume({ volumeHandle })).join()).to.contain("no access point");
    });
  }

  it("refuses a mount option that names none, a volume in a list, and a patch of one", () => {
    for (const option of ["accesspoint=", "accesspoint=root"]) {
      const props = efsVolume({ volumeHandle: "fs-1" }, { mountOptions: ["tls", option] });
      expect(faults(noRootVolume, volume, props), option).to.have.length(1);
    }
    const root = efsVolume({ volumeHandle: "fs-1" });
    expect(faults(noRootVolume, `${volume}Patch`, root)).to.have.length(1);
    const items = [efsVolume({ volumeHandle: "fs-1::fsap-1" }), root, UNKNOWN];
    expect(faults(noRootVolume, `${volume}List`, { items })).to.have.length(1);
    expect(faults(noRootVolume, `${volume}List`, { items: UNKNOWN })).to.be.empty;
  });

  it("takes a directory, and what is not known yet", () => {
    for (const rootDirectory of [{ path: "/hub" }, { path: UNKNOWN }, UNKNOWN])
      expect(faults(noRootVolume, accessPoint, { rootDirectory })).to.be.empty;
  });

  it("takes a volume through an access point, and one that is not known yet", () => {
    for (const volumeHandle of ["fs-1::fsap-1", "fs-1:/inner:fsap-1", "efs:fs-1::fsap-1", UNKNOWN])
      expect(faults(noRootVolume, volume, efsVolume({ volumeHandle }))).to.be.empty;
    const mountOptions = ["accessPoint=fsap-1"];
    expect(faults(noRootVolume, volume, efsVolume({ volumeHandle: "fs-1" }, { mountOptions }))).to.be.empty;
  });

  it("says nothing of volumes of other drivers", () => {
    const spec = { csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } };
    expect(faults(noRootVolume, volume, { spec })).to.be.empty;
  });
});
