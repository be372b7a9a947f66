// Proves that the rule about policies takes those that the components write, in every combination of what decides them, and
// refuses `access: open`. What the engine suite deploys is checked by the same rule there.
import { expect } from "chai";
import { type AccessNames, fileSystemPolicy as written } from "../../components/plan/fileSystemPolicy.ts";
import { fileSystemPolicy } from "../../policy/rules/fileSystemPolicy.ts";
import { settingsOf } from "../support/settings.ts";
import { fileSystem, resource } from "./support.ts";

const account = "arn:aws:elasticfilesystem:us-east-1:123456789012:";
const names: AccessNames = {
  fileSystemArn: `${account}file-system/fs-1`,
  nodeRoleArn: "arn:aws:iam::123456789012:role/node",
  enforced: [`${account}access-point/fsap-1`],
  plain: `${account}access-point/fsap-2`,
};

function said(settings: Readonly<Record<string, unknown>>): string[] {
  const of = { fileSystemId: "fs-1" };
  const policy = JSON.stringify(written(settingsOf(settings), names));
  return fileSystemPolicy
    .faultsOfStack([
      resource(fileSystem, { id: "fs-1", arn: names.fileSystemArn }),
      resource("aws:efs/mountTarget:MountTarget", of),
      resource("aws:efs/fileSystemPolicy:FileSystemPolicy", { ...of, policy }),
    ])
    .map(({ message }) => message);
}

describe("the policy pack on the policies of file systems of ours", () => {
  for (const access of ["iam", "tls"])
    for (const userMode of ["non-root", "root"])
      for (const provisioning of ["static", "dynamic"])
        for (const keepRootAccess of [
          false,
          ...(userMode === "non-root" && provisioning === "static" ? [true] : []),
        ]) {
          const settings = { access, userMode, provisioning, keepRootAccess };
          it(`takes ${JSON.stringify(settings)}`, () => {
            expect(said(settings)).to.be.empty;
          });
        }

  it("refuses access: open, for both of its doors", () => {
    expect(said({ access: "open" })).to.have.length(2);
  });
});
