// Proves that the policies which the docs give for an existing file system let every hub in that they are for, before its
// access points are made and after, and nobody who mounts otherwise. Does not prove that EFS judges the same.
import { expect } from "chai";
import { judge } from "../../../../components/plan/existing/policy.ts";
import { siteOf } from "../../../../components/plan/siteOf.ts";
import { docsPolicy } from "../../../support/docsPolicy.ts";
import { adopting, found, placeWith } from "../../../support/existing.ts";
import { cells, programSettingsOf } from "../../../support/settings.ts";

const own = { "fsap-1": { path: "/homes", tags: { "jupyterhub-efs/hub": "research/hub" } } };

for (const access of ["iam", "tls"] as const) {
  describe(`the policy that the docs give for access: ${access}`, () => {
    const policyFor = async (needsRoot: boolean): Promise<unknown> => {
      const text = await docsPolicy(access, found.arn);
      // What docs/access.md says to add for servers that give homes away.
      return JSON.parse(
        needsRoot ? text.replace('ClientWrite"', 'ClientWrite", "elasticfilesystem:ClientRootAccess"') : text,
      );
    };

    for (const { userMode, provisioning, title } of cells) {
      const needsRoot = userMode === "root" && provisioning === "static";
      it(`${title}: lets the hub in, in its first update and later`, async () => {
        const policy = await policyFor(needsRoot);
        const settings = programSettingsOf(adopting({ access, userMode, provisioning }));
        for (const accessPoints of [{}, own]) {
          const { faults, warnings } = siteOf(settings, placeWith({ ...found, accessPoints, policy }));
          expect(faults).to.deep.equal([]);
          expect(warnings).to.deep.equal([]);
        }
      });
    }

    it("lets nobody mount the root, nor without TLS", async () => {
      const mount = (context: Record<string, string[] | "absent">) => ({
        actions: ["ClientMount" as const],
        fileSystemArn: found.arn,
        context: {
          "elasticfilesystem:accessedviamounttarget": ["true"],
          "aws:securetransport": ["true"],
          ...context,
        },
      });
      const accessPoint = [found.arn.replace(/file-system.*/, "access-point/fsap-1")];
      const policy = await policyFor(false);
      const said = (context: Record<string, string[] | "absent">) => judge(policy, mount(context))[0]?.is;
      expect(said({ "elasticfilesystem:accesspointarn": "absent" })).to.equal("not allowed");
      expect(
        said({ "elasticfilesystem:accesspointarn": accessPoint, "aws:securetransport": ["false"] }),
      ).to.equal("denied");
      expect(said({ "elasticfilesystem:accesspointarn": accessPoint })).to.equal(
        access === "tls" ? "allowed" : "not allowed",
      );
    });
  });
}
