/**
 * Proves: the command's exit status, what goes to which stream, and that nobody sees a stack trace.
 * Does not prove: `npm run plan` (it installs first); what a plan says (golden.test.ts).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { surroundings } from "../support/settings.ts";
import { stackFileOf } from "./stacks.ts";

const root = new URL("../../", import.meta.url).pathname;
let folder = "";

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const plan = (...argv: string[]) =>
  execa(process.execPath, ["cli/plan.ts", ...argv], { cwd: root, reject: false, env: { NO_COLOR: "1" } });

describe("the plan command", () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "plan-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("shows a plan and ends with 0", async () => {
    const known = file("surroundings.json", JSON.stringify({ ...surroundings, more: true }));
    const result = await plan(file("good.yaml", stackFileOf("root", "static")), "--surroundings", known);
    expect(result).to.include({ exitCode: 0, stderr: "" });
    expect(result.stdout).to.match(/^Hub "hub" on EKS cluster "research" in us-east-1: root, static\n/);
    expect(result.stdout).to.include("first by id of 2 subnets in us-east-1a").and.not.to.include("\u001b");
  });

  it("gives JSON and nothing else with --json", async () => {
    const result = await plan("--json", file("json.yaml", stackFileOf("root", "dynamic")));
    expect(result).to.include({ exitCode: 0, stderr: "" });
    expect(JSON.parse(result.stdout)).to.include({ userMode: "root", provisioning: "dynamic" });
  });

  it("shows every fault and ends with 1", async () => {
    const bad = file("bad.yaml", "config:\n  jupyterhub-efs:userMod: root\n  aws:region: us-east-1\n");
    const text = await plan(bad);
    expect(text).to.include({ exitCode: 1, stdout: "" });
    expect(text.stderr)
      .to.match(/^4 settings are wrong:/)
      .and.not.to.match(/ at .*\.ts/);
    const json = await plan(bad, "--json");
    expect(json).to.include({ exitCode: 1, stderr: "" });
    const { faults } = JSON.parse(json.stdout) as { faults: { path: string }[] };
    expect(faults.map(({ path }) => path)).to.deep.equal([
      "cluster",
      "hub.database",
      "hub.signIn",
      "userMod",
    ]);
  });

  it("says what the place cannot give, with 1", async () => {
    const known = file("bare.json", JSON.stringify({ ...surroundings, subnets: {} }));
    const result = await plan(file("placed.yaml", stackFileOf("root", "static")), "--surroundings", known);
    expect(result.exitCode).to.equal(1);
    expect(result.stderr).to.include('"network.subnetIds"');
  });

  it("ends with 2 and a sentence on a wrong command line or an unreadable file", async () => {
    const good = file("fine.yaml", stackFileOf("root", "static"));
    const cases: [string[], RegExp][] = [
      [[], /give the stack file/],
      [["a", "b"], /one stack file/],
      [["--jsn", good], /--jsn/],
      [[join(folder, "none.yaml")], /none\.yaml" cannot be read: there is no such file/],
      [[folder], /it is a directory/],
      [[file("twice.yaml", "config:\n  a: 1\n  a: 2\n")], /twice\.yaml" cannot be read as a stack file/],
      [
        [good, "--surroundings", file("no.json", "{")],
        /no\.json" cannot be read as surroundings: it is not JSON/,
      ],
      [[good, "--surroundings", file("few.json", '{"region":"x"}')], /"cluster"/],
    ];
    const results = await Promise.all(cases.map(([argv]) => plan(...argv)));
    results.forEach((result, index) => {
      expect(result).to.include({ exitCode: 2, stdout: "" });
      expect(result.stderr)
        .to.match(/^plan: /)
        .and.match(cases[index]?.[1] ?? /never/);
      expect(result.stderr).not.to.match(/ at .*\.ts/);
    });
  });

  it("plans the stack file that the project comes with", async () => {
    const result = await plan("Pulumi.dev.yaml");
    expect(result).to.include({ exitCode: 0, stderr: "" });
    // It is for a trial, and says so.
    expect(result.stdout).to.match(/Warnings\n {2}! hub\.signIn\.kind: anyone: ANYBODY [^\n]*\n?$/);
  });
});
