// Proves what FileSystemAccess makes under mocks: the policy with the real names in it, or the rights of a role of ours.
// Does not prove order, protection or what AWS makes of it: tests/engine/access.test.ts and the user guides.
import { expect } from "chai";
import {
  FileSystemAccess,
  type FileSystemAccessArgs,
} from "../../../components/resources/fileSystemAccess.ts";
import { inputsOf, register, resources } from "../../support/mocks.ts";

const account = "arn:aws:elasticfilesystem:us-east-1:123456789012:";
const args: FileSystemAccessArgs = {
  fileSystemId: "fs-1",
  fileSystemArn: `${account}file-system/fs-1`,
  nodeRoleArn: "arn:aws:iam::123456789012:role/node",
  nodeRoleName: "node",
  accessPointArns: {
    enforced: [`${account}access-point/fsap-1`],
    plain: `${account}access-point/fsap-2`,
  },
};
const existing = { existing: { id: "fs-0123456789abcdef0" } };
interface Document {
  Statement: { Sid: string; Principal?: { AWS: string }; Resource: string; Condition: unknown }[];
}
const documentOf = (inputs: Record<string, unknown>): Document =>
  JSON.parse(String(inputs.policy)) as Document;

describe("FileSystemAccess", () => {
  it("gives a file system of ours a policy with the names that only AWS knows", async () => {
    const { all } = await register(() => new FileSystemAccess("ours", { ...args, userMode: "root" }));
    expect(resources(all)).to.deep.equal(["FileSystemPolicy ours"]);
    const inputs = inputsOf(all, "FileSystemPolicy", "ours");
    expect(inputs.fileSystemId).to.equal("fs-1");
    const [deny, mount, asRoot] = documentOf(inputs).Statement;
    expect(deny).to.include({ Sid: "DenyPlaintext", Resource: args.fileSystemArn });
    expect(mount?.Principal).to.deep.equal({ AWS: args.nodeRoleArn });
    expect(JSON.stringify(mount?.Condition)).to.include("access-point/fsap-1");
    expect(asRoot?.Sid).to.equal("MountHomesAsRoot");
    expect(JSON.stringify(asRoot?.Condition)).to.include("access-point/fsap-2");
  });

  it("names the role of a driver that was there", async () => {
    const nodeRoleArn = "arn:aws:iam::123456789012:role/theirs";
    const { all } = await register(
      () => new FileSystemAccess("theirs", { ...args, driver: { install: "existing", nodeRoleArn } }),
    );
    const [, mount] = documentOf(inputsOf(all, "FileSystemPolicy", "theirs")).Statement;
    expect(mount?.Principal).to.deep.equal({ AWS: nodeRoleArn });
  });

  it("knows every access point of the account in dynamic provisioning", async () => {
    const { all } = await register(() => new FileSystemAccess("any", { ...args, provisioning: "dynamic" }));
    const [, mount] = documentOf(inputsOf(all, "FileSystemPolicy", "any")).Statement;
    expect(JSON.stringify(mount?.Condition)).to.include(`${account}access-point/*`);
  });

  it("leaves the policy of an existing file system alone, and gives rights to a role of ours only", async () => {
    const { all } = await register(() => new FileSystemAccess("adopted", { ...args, fileSystem: existing }));
    expect(resources(all)).to.deep.equal(["RolePolicy adopted"]);
    const inputs = inputsOf(all, "RolePolicy", "adopted");
    expect(inputs.role).to.equal("node");
    expect(documentOf(inputs).Statement.map(({ Sid }) => Sid)).to.deep.equal(["MountHomes"]);
    for (const access of ["tls", "open"] as const) {
      const { all } = await register(
        () => new FileSystemAccess(`adopted-${access}`, { ...args, access, fileSystem: existing }),
      );
      expect(resources(all)).to.deep.equal([]);
    }
  });

  it("shows in a preview in which nothing is known yet", async () => {
    const { all } = await register(() => new FileSystemAccess("early", args), { unknowns: true });
    expect(resources(all)).to.deep.equal(["FileSystemPolicy early"]);
  });
});
