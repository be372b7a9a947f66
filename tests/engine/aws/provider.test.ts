// Proves providers of a program's own: another region, default tags, keys that stay secret; and imports. Provider-neutral.
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { FileSystem } from "@pulumi/aws/efs/index.js";
import { Provider } from "@pulumi/aws/provider.js";
import { secret } from "@pulumi/pulumi";
import { expect } from "chai";
import { execa } from "execa";
import { type Program, Trial } from "./trial.ts";

describe("a provider of the program's own", () => {
  it("works in its region, tags everything, and keeps its key out of the state", async () => {
    const tagged =
      (team: string): Program =>
      () => {
        const provider = new Provider("west", {
          region: "eu-west-1",
          secretKey: secret("hush-hush"),
          defaultTags: { tags: { team } },
        });
        const fileSystem = new FileSystem("fs", { tags: { own: "1" } }, { provider });
        return { id: fileSystem.id, tags: fileSystem.tagsAll.apply((tags) => JSON.stringify(tags)) };
      };
    await Trial.run("provider-region", async (trial) => {
      const made = await trial.up(tagged("hub"));
      expect(JSON.parse(made.outputs.tags ?? "")).to.deep.equal({ own: "1", team: "hub" });
      const there = await new EFSClient({ region: "eu-west-1" }).send(new DescribeFileSystemsCommand());
      expect(there.FileSystems?.map(({ FileSystemId }) => FileSystemId)).to.include(made.outputs.id);
      const { stdout } = await execa("pulumi", ["stack", "export", "--stack", trial.stack.name], {
        cwd: trial.stack.workspace.workDir,
      });
      expect(stdout).to.include(made.outputs.id).and.to.not.include("hush-hush");
      const again = await trial.up(tagged("hub"));
      expect(again.changes).to.deep.equal([]);
      const other = await trial.up(tagged("lab"));
      expect(other.changes).to.deep.equal(["update FileSystem fs"]);
      expect(JSON.parse(other.outputs.tags ?? "")).to.deep.equal({ own: "1", team: "lab" });
    });
  }).timeout(120_000);
});

describe("an import", () => {
  it("takes a file system made by hand into the state without a change to it", async () => {
    const command = new CreateFileSystemCommand({ CreationToken: "by-hand", Encrypted: true });
    const { FileSystemId: id = "" } = await new EFSClient().send(command);
    await Trial.run("import", async (trial) => {
      const args = { creationToken: "by-hand", encrypted: true };
      const program =
        (options: object): Program =>
        () => ({ id: new FileSystem("fs", args, options).id });
      expect((await trial.up(program({ import: id }))).changes).to.deep.equal(["import FileSystem fs"]);
      const kept = await trial.up(program({}));
      expect([kept.changes, kept.outputs.id]).to.deep.equal([[], id]);
    });
  }).timeout(60_000);
});
