// Proves where the rule finds plain NFS: in volumes, pods, a chart's values and the driver's own switch.
import { expect } from "chai";
import { noPlainNfs } from "../../../policy/rules/noPlainNfs.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { chart, efsVolume, faults, release, storageClass, volume } from "../support.ts";

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
    for (const type of [release, chart])
      expect(faults(noPlainNfs, type, { values }).join()).to.match(
        /^"values\.singleuser\.storage\.extraVolumes\.0\.nfs" /,
      );
    const items = [{ spec: { nfs } }];
    expect(faults(noPlainNfs, `${volume}List`, { items }).join()).to.match(/^"items\.0\.spec\.nfs" /);
  });

  it("refuses a volume and a class without TLS", () => {
    const props = efsVolume({ volumeAttributes: { encryptInTransit: "false" } });
    expect(faults(noPlainNfs, volume, props).join()).to.contain("switches TLS off");
    const parameters = { encryptInTransit: "false" };
    const given = { provisioner: "efs.csi.aws.com", parameters };
    expect(faults(noPlainNfs, storageClass, given).join()).to.contain("switches TLS off");
  });

  const words = ["False", "FALSE", "f", "F", "0", 0, false];
  for (const word of words)
    it(`refuses ${JSON.stringify(word)} as the driver does, whatever the case of the key`, () => {
      for (const key of ["encryptInTransit", "encryptintransit"]) {
        const props = efsVolume({ volumeAttributes: { [key]: word } });
        expect(faults(noPlainNfs, volume, props).join()).to.contain(`volumeAttributes.${key}" switches`);
        const items = [props];
        expect(faults(noPlainNfs, `${volume}List`, { items })).to.have.length(1);
      }
    });

  it("takes TLS that is said", () => {
    for (const encryptInTransit of ["true", "1", "T", true, UNKNOWN])
      expect(faults(noPlainNfs, volume, efsVolume({ volumeAttributes: { encryptInTransit } }))).to.be.empty;
    expect(faults(noPlainNfs, volume, efsVolume({ volumeAttributes: UNKNOWN }))).to.be.empty;
  });

  it("takes volumes of the EFS driver, values without any, and what is not known yet", () => {
    expect(faults(noPlainNfs, volume, efsVolume({ volumeHandle: "fs-1::fsap-1" }))).to.be.empty;
    expect(faults(noPlainNfs, release, { values: { singleuser: { nfs: true } } })).to.be.empty;
    for (const type of [volume, release, chart, deployment])
      expect(faults(noPlainNfs, type, { spec: UNKNOWN, values: UNKNOWN })).to.be.empty;
  });
});
