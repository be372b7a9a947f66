// Proves the rules of `identity`. Does not prove what a cluster has: tests/components/plan/identityFaults.test.ts does.
import { expectFault, expectNone } from "../../../support/faults.ts";

const nodeRoleArn = "arn:aws:iam::123456789012:role/efs-csi-node";

describe("identity", () => {
  it("none leaves access: iam without the role that may mount", () => {
    expectFault({ identity: "none" }, "identity", /access: iam/);
    for (const access of ["tls", "open"]) expectNone({ identity: "none", access });
  });

  it("none is fine for a driver whose role is told", () => {
    expectNone({ identity: "none", driver: { install: "existing", nodeRoleArn } });
  });

  it("is one of its words", () => {
    expectFault({ identity: "instance-profile" }, "identity", /pod-identity/);
    for (const identity of ["pod-identity", "irsa"]) expectNone({ identity });
  });
});
