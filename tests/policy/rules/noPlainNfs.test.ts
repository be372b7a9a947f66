// Proves where the rule finds plain NFS: in volumes, pods, a chart's values and the driver's own switch.
import { expect } from "chai";
import { noPlainNfs } from "../../../policy/rules/noPlainNfs.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { efsVolume, faults, release, storageClass, volume } from "../support.ts";

const nfs = { server: "fs-1.efs.us-east-1.amazonaws.com", path: "/" };
const deployment = "kubernetes:apps/v1:Deployment";

describe("the policy rule no-plain-nfs", () => {
  it("refuses what the kubelet mounts itself, and says where it is", () => {
    expect(faults(noPlainNfs, volume, { spec: { nfs } }).join()).to.match(/^"spec\.nfs" /);
    const spec = { template: { spec: { volumes: [{ name: "homes", nfs }] } } };
    expect(faults(noPlainNfs, deployment, { spec }).join()).to.match(
      /^"spec\.template\.spec\.volumes\.0\.nfs" /,
    );
    const values = { singleuser: { storage: { extraVolumes: [{ name: "homes", nfs }] } } };
    expect(faults(noPlainNfs, release, { values }).join()).to.match(
      /^"values\.singleuser\.storage\.extraVolumes\.0\.nfs" /,
    );
  });

  it("refuses a volume and a class without TLS", () => {
    const props = efsVolume({ volumeAttributes: { encryptInTransit: "false" } });
    expect(faults(noPlainNfs, volume, props).join()).to.contain("switches TLS off");
    const parameters = { encryptInTransit: "false" };
    const given = { provisioner: "efs.csi.aws.com", parameters };
    expect(faults(noPlainNfs, storageClass, given).join()).to.contain("switches TLS off");
  });

  it("takes volumes of the EFS driver, values without any, and what is not known yet", () => {
    expect(faults(noPlainNfs, volume, efsVolume({ volumeHandle: "fs-1::fsap-1" }))).to.be.empty;
    expect(faults(noPlainNfs, release, { values: { singleuser: { nfs: true } } })).to.be.empty;
    for (const type of [volume, release, deployment])
      expect(faults(noPlainNfs, type, { spec: UNKNOWN, values: UNKNOWN })).to.be.empty;
  });
});
