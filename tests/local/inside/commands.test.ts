// Proves the two small scripts with the machine's own shell. Does not call Pulumi, nor an API server.
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { awsScript, pulumiScript } from "../../../local/inside/commands.ts";
import { repository } from "../../../local/state/paths.ts";

describe("the commands inside", () => {
  let folder: string;
  let project: string;
  before(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), "commands-")));
    project = path.join(folder, "the project");
    await mkdir(project);
    await mkdir(path.join(folder, "other", "deep"), { recursive: true });
    await writeFile(path.join(folder, "other", "Pulumi.yaml"), "");
    await writeFile(path.join(folder, "aws"), awsScript("k8s-aws-v1.abc"), { mode: 0o755 });
    await writeFile(path.join(folder, "echo it"), `#!/bin/sh\nprintf '%s|' "$@"\n`, { mode: 0o755 });
    await writeFile(path.join(folder, "pulumi"), pulumiScript(path.join(folder, "echo it"), project), {
      mode: 0o755,
    });
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });
  const pulumi = async (cwd: string): Promise<string> =>
    (await execa(path.join(folder, "pulumi"), ["up", "a b"], { cwd })).stdout;

  it("run Pulumi in the environment's project from the checkout and from anywhere", async () => {
    expect(await pulumi(repository)).to.equal(`--cwd|${project}|up|a b|`);
    expect(await pulumi(path.join(repository, "tests"))).to.equal(`--cwd|${project}|up|a b|`);
    expect(await pulumi(folder)).to.equal(`--cwd|${project}|up|a b|`);
  });

  it("run Pulumi in another project where the person is in one", async () => {
    expect(await pulumi(path.join(folder, "other", "deep"))).to.equal("up|a b|");
  });

  const token = async (info: string): Promise<unknown> => {
    const args = ["--region", "us-east-1", "eks", "get-token", "--cluster-name", "local"];
    const { stdout } = await execa(path.join(folder, "aws"), args, { env: { KUBERNETES_EXEC_INFO: info } });
    return JSON.parse(stdout);
  };

  it("hand out the token in the version that the client asks for", async () => {
    const status = { token: "k8s-aws-v1.abc" };
    for (const version of ["v1", "v1beta1"]) {
      const apiVersion = `client.authentication.k8s.io/${version}`;
      expect(await token(JSON.stringify({ apiVersion }))).to.deep.equal({
        kind: "ExecCredential",
        apiVersion,
        spec: {},
        status,
      });
    }
  });

  it("refuse every other command of the AWS CLI, and say why", async () => {
    const { exitCode, stderr, stdout } = await execa(path.join(folder, "aws"), ["s3", "ls"], {
      reject: false,
    });
    expect(exitCode).to.equal(252);
    expect(stdout).to.equal("");
    expect(stderr).to.contain("stand-in").and.to.contain("aws s3 ls");
  });
});
