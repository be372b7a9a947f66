// Proves the command's exit status and what goes to which stream. Does not prove `npm run leftovers`: it installs first.
import { expect } from "chai";
import { execa } from "execa";
import { exportOf, recorded } from "./exports.ts";

const root = new URL("../../../", import.meta.url).pathname;
const leftovers = (input: string, ...argv: string[]) =>
  execa(process.execPath, ["cli/leftovers.ts", ...argv], { cwd: root, reject: false, input });

describe("the leftovers command", () => {
  const role = recorded("aws:iam/role:Role", "controller", { name: "controller-1" });

  it("prints commands that can be pasted, each with what it is for", async () => {
    const { exitCode, stdout } = await leftovers(exportOf([], [role]));
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(/^# aws:iam\/role:Role controller: was it made\?\naws iam list-roles /);
    expect(stdout).to.match(/nothing uses it.*\naws iam delete-role --role-name ID$/);
  });

  it("prints the steps as JSON, for a program", async () => {
    const { stdout } = await leftovers(exportOf([], [role]), "--json");
    expect(JSON.parse(stdout)).to.have.length(1);
  });

  it("says so when nothing was cut off", async () => {
    const { exitCode, stdout } = await leftovers(exportOf([role], []));
    expect({ exitCode, stdout }).to.deep.equal({
      exitCode: 0,
      stdout: "# Nothing was cut off that could have left something.",
    });
  });

  it("refuses what is no state of a stack, without a stack trace", async () => {
    const { exitCode, stdout, stderr } = await leftovers("error: no stack selected");
    expect({ exitCode, stdout }).to.deep.equal({ exitCode: 2, stdout: "" });
    expect(stderr).to.match(/^leftovers: .*`pulumi stack export`.*\n\(--help shows how to use it\)$/);
  });

  it("shows how it is used, when asked and when asked wrongly", async () => {
    expect(await leftovers("", "--help")).to.include({ exitCode: 0 });
    const wrong = await leftovers("", "Pulumi.prod.yaml");
    expect(wrong.exitCode).to.equal(2);
    expect(wrong.stdout).to.contain("pulumi stack export | npm run -s leftovers");
  });
});
