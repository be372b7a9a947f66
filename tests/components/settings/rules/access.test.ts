// Proves what has to be said of the role by which volumes are mounted, and when. Does not prove that the role exists, or
// what it may do: AWS refuses a policy with a role that does not.
import { checkSettings } from "../../../../components/settings/check.ts";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { expect } from "chai";
import { expectFault, expectNone, leastHub } from "../../../support/faults.ts";
import { settingsOf } from "../../../support/settings.ts";

const nodeRoleArn = "arn:aws:iam::123456789012:role/service-role/efs-csi-node";

describe("access", () => {
  it("is one of three words", () => {
    for (const access of ["iam", "tls", "open"]) expectNone({ access });
    expectFault({ access: "ssl" }, "access", /must be `iam`, `tls` or `open`/);
  });

  it("by IAM wants the role of a driver that is there already", () => {
    const fault = expectFault({ driver: { install: "existing" } }, "driver.nodeRoleArn", /must be said/);
    expect(fault.fix).to.include("access: tls");
    expectNone({ driver: { install: "existing", nodeRoleArn } });
    for (const access of ["tls", "open"]) expectNone({ access, driver: { install: "existing" } });
  });

  it("takes that role nowhere else", () => {
    expectFault({ driver: { nodeRoleArn } }, "driver.nodeRoleArn", /only for/);
    expectFault(
      { access: "tls", driver: { install: "existing", nodeRoleArn } },
      "driver.nodeRoleArn",
      /only for/,
    );
  });

  it("takes a role's ARN only, in every partition, or what a component knows later", () => {
    for (const partition of ["aws-cn", "aws-us-gov"])
      expectNone({
        driver: { install: "existing", nodeRoleArn: `arn:${partition}:iam::123456789012:role/r` },
      });
    for (const bad of [
      "efs-csi-node",
      "arn:aws:iam::123456789012:user/ada",
      "arn:aws:sts::123456789012:assumed-role/r/s",
    ])
      expectFault(
        { driver: { install: "existing", nodeRoleArn: bad } },
        "driver.nodeRoleArn",
        /ARN of an IAM role/,
      );
    const later = { driver: { install: "existing", nodeRoleArn: new SecretLeaf(nodeRoleArn) } };
    expect(checkSettings({ ...later, hub: leastHub })).to.have.property("settings");
  });
});

describe("keepRootAccess", () => {
  it("is for static homes with a policy, while they move away, too", () => {
    for (const access of ["iam", "tls"]) expectNone({ access, keepRootAccess: true });
    expectNone({ keepRootAccess: true, provisioning: "dynamic", movedFrom: { provisioning: "static" } });
    expectFault({ keepRootAccess: true, provisioning: "dynamic" }, "keepRootAccess", /only for static/);
    expectFault({ keepRootAccess: true, access: "open" }, "keepRootAccess", /only for static/);
    expectFault({ keepRootAccess: "yes" }, "keepRootAccess", /true/);
    // At the top of a stack file the engine makes text of it.
    expect(settingsOf({ keepRootAccess: "true" }).keepRootAccess).to.equal(true);
    expect(settingsOf({ keepRootAccess: "false" }).keepRootAccess).to.equal(false);
  });
});
