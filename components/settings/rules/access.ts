import { Access, DriverInstall, Provisioning } from "../choices.ts";
import { faultIf, type Rule } from "./rule.ts";

const nodeRoleArn = "driver.nodeRoleArn";

/** A policy that lets one role in has to know it, and we know only the one that we make. */
const roleSaid: Rule = {
  looksAt: ["access", "driver.install", nodeRoleArn],
  check: ({ settings: { access, driver } }) =>
    faultIf(
      access === Access.Iam && driver.install === DriverInstall.Existing && driver.nodeRoleArn === undefined,
      () => ({
        path: nodeRoleArn,
        rule: "must be said with `driver.install: existing`: with `access: iam` the file system lets in nobody but the role of the driver's node pods",
        got: "nothing",
        fix: "Give the role of the service account efs-csi-node-sa (`aws eks list-pod-identity-associations`, or its annotation eks.amazonaws.com/role-arn); if it has none, say `access: tls`.",
      }),
    ),
};

/** What would be said for nothing is meant for something else. */
const roleUsed: Rule = {
  looksAt: ["access", "driver.install", nodeRoleArn],
  check: ({ settings: { access, driver } }) =>
    faultIf(
      driver.nodeRoleArn !== undefined &&
        (access !== Access.Iam || driver.install !== DriverInstall.Existing),
      () => ({
        path: nodeRoleArn,
        rule: "is only for `driver.install: existing` with `access: iam`",
        got: `driver.install ${driver.install} with access ${access}`,
        fix: "Remove it: the driver that we install gets a role of its own, and without `access: iam` none is asked for.",
      }),
    ),
};

/** Only where root servers share one access point is there anything to keep. */
const rootAccessKept: Rule = {
  looksAt: ["access", "keepRootAccess", "provisioning", "movedFrom"],
  check: ({ settings: { access, keepRootAccess, provisioning, movedFrom } }) =>
    faultIf(
      keepRootAccess &&
        (access === Access.Open ||
          (provisioning !== Provisioning.Static && movedFrom.provisioning !== Provisioning.Static)),
      () => ({
        path: "keepRootAccess",
        rule: "is only for static provisioning with `access: iam` or `tls`, where servers that start as root need a right of their own",
        got: "true",
        fix: "Remove it.",
      }),
    ),
};

/** Who may mount, and by which role. */
export const accessRules: readonly Rule[] = [roleSaid, roleUsed, rootAccessKept];
