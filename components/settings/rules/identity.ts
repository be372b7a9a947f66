import { Access, DriverInstall, Identity } from "../choices.ts";
import { faultIf, type Rule } from "./rule.ts";

/** The file system's policy lets in the role of the driver's node pods: somebody has to make it. */
export const identityRule: Rule = {
  looksAt: ["access", "identity", "driver.install"],
  check: ({ settings: { access, identity, driver } }) =>
    faultIf(
      access === Access.Iam && identity === Identity.None && driver.install !== DriverInstall.Existing,
      () => ({
        path: "identity",
        rule: "must be pod-identity or irsa with `access: iam`: the file system lets in nobody but the role of the driver's node pods",
        got: identity,
        fix: "Choose one of them, or say `access: tls`; a driver that has a role already is `driver.install: existing` with `driver.nodeRoleArn`.",
      }),
    ),
};
