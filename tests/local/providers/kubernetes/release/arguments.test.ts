// Proves what the Helm command line is told, and that no value is on it. Does not prove what Helm makes of it.
import { expect } from "chai";
import {
  installArguments,
  uninstallArguments,
  upgradeArguments,
} from "../../../../../local/providers/kubernetes/release/arguments.ts";

const release = {
  name: "hub",
  namespace: "hub",
  chart: "jupyterhub",
  version: "4.4.0",
  repositoryOpts: { repo: "https://charts.example.org", username: "u", password: "swordfish" },
  values: { secret: "swordfish" },
  timeout: 600,
};

describe("the arguments for Helm", function () {
  it("install the chart of the repository, wait, and take the values from standard input", () => {
    const args = installArguments(release);
    expect(args.slice(0, 3)).to.deep.equal(["install", "hub", "jupyterhub"]);
    expect(args).to.include.members([
      ...[
        "--repo=https://charts.example.org",
        "--version=4.4.0",
        "--namespace=hub",
        "--values=-",
        "--timeout=600s",
        "--wait",
      ],
    ]);
  });

  it("hold neither a value nor a password", () => {
    for (const args of [installArguments(release), upgradeArguments(release), uninstallArguments(release)]) {
      expect(args.join(" ")).not.to.include("swordfish");
    }
  });

  it("do not wait where the program says so", () => {
    const args = installArguments({ ...release, skipAwait: true, waitForJobs: true });
    expect(args).not.to.include("--wait").and.not.to.include("--wait-for-jobs");
    expect(uninstallArguments({ ...release, skipAwait: true })).not.to.include("--wait");
    expect(uninstallArguments(release)).to.include("--wait");
  });

  it("upgrade with every revision kept unless told otherwise", () => {
    expect(upgradeArguments(release)).to.include("--history-max=0");
    expect(upgradeArguments({ ...release, maxHistory: 3 })).to.include("--history-max=3");
  });

  it("say to each command only what it knows", () => {
    const all = {
      ...release,
      atomic: true,
      createNamespace: true,
      cleanupOnFail: true,
      forceUpdate: true,
      skipCrds: true,
    };
    expect(installArguments(all)).to.include.members(["--atomic", "--create-namespace", "--skip-crds"]);
    expect(installArguments(all)).not.to.include("--cleanup-on-fail");
    expect(upgradeArguments(all)).to.include.members(["--atomic", "--cleanup-on-fail", "--force"]);
    expect(upgradeArguments(all)).not.to.include("--create-namespace");
  });
});
