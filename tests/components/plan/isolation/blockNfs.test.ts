// Proves what the init container asks of iptables, in which address family, and that a failure ends it: its script is run
// by a shell, with a stand-in of iptables. Does not prove that the chart's image has the programs, nor what a kernel
// makes of the rules.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { planHubValues } from "../../../../components/plan/hubValues.ts";
import { blockNfsContainer } from "../../../../components/plan/isolation/blockNfs.ts";
import { cells, settingsOf } from "../../../support/settings.ts";

const container = (hub: Record<string, unknown> = {}) => blockNfsContainer(settingsOf({ hub }));
const lo = "00000000000000000000000000000001 01 80 10 80       lo\n";
const link = "fe800000000000000000000000000001 02 40 20 80     eth0\n";
const reaching = "20010db8000000000000000000000001 02 80 00 80     eth0\n";

describe("the init container that closes NFS", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "block-nfs-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs the script with addresses and programs of ours; what it asked for, a line each, and how it ended. */
  function run(values: Record<string, unknown>, addresses: string, programs: Record<string, string>) {
    const [log, list, bin] = ["log", "if_inet6", "bin"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    rmSync(bin, { recursive: true, force: true });
    execFileSync("mkdir", ["-p", bin]);
    writeFileSync(log, "");
    writeFileSync(list, addresses);
    for (const [name, body] of Object.entries({ ...programs })) {
      writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> ${log}\n${body}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    for (const name of ["grep"]) {
      execFileSync("ln", ["-s", execFileSync("which", [name], { encoding: "utf8" }).trim(), join(bin, name)]);
    }
    const [, , script = ""] = container({ values }).command;
    const { status } = spawnSync("/bin/sh", ["-c", script.replaceAll("/proc/net/if_inet6", list)], {
      env: { PATH: bin },
    });
    return { status, asked: readFileSync(log, "utf8").split("\n").slice(0, -1) };
  }

  const v4 = [
    "iptables --append OUTPUT --protocol tcp --destination-port 2049 --jump DROP",
    "iptables --append OUTPUT --protocol udp --destination-port 2049 --jump DROP",
    "iptables --append OUTPUT --protocol tcp --destination 169.254.170.23 --jump DROP",
  ];
  const v6 = [
    "--append OUTPUT --protocol tcp --destination-port 2049 --jump DROP",
    "--append OUTPUT --protocol udp --destination-port 2049 --jump DROP",
    "--append OUTPUT --protocol tcp --destination fd00:ec2::254 --jump DROP",
    "--append OUTPUT --protocol tcp --destination fd00:ec2::23 --jump DROP",
  ];

  it("closes NFS and the agent's credentials, and leaves IPv6 where a pod has no address that reaches beyond its node", () => {
    expect(run({}, lo + link, { iptables: "" })).to.deep.equal({ status: 0, asked: v4 });
  });

  it("closes the same over IPv6, and the metadata service there, with the program that the image has", () => {
    expect(run({}, lo + link + reaching, { iptables: "", ip6tables: "" })).to.deep.equal({
      status: 0,
      asked: [...v4, ...v6.map((rule) => `ip6tables ${rule}`)],
    });
    expect(run({}, reaching, { iptables: "", "xtables-legacy-multi": "" })).to.deep.equal({
      status: 0,
      asked: [...v4, ...v6.map((rule) => `xtables-legacy-multi ip6tables ${rule}`)],
    });
  });

  it("leaves the agent's credentials to servers that have a service account", () => {
    const profile = { kubespawner_override: { service_account: "readers" } };
    for (const singleuser of [{ serviceAccountName: "readers" }, { profileList: [profile] }]) {
      const { asked } = run({ singleuser }, reaching, { iptables: "", ip6tables: "" });
      expect(asked.join("\n")).not.to.match(/169\.254\.170\.23|fd00:ec2::23/);
      expect(asked.join("\n"))
        .to.match(/--destination-port 2049/)
        .and.match(/fd00:ec2::254/);
    }
  });

  it("fails as soon as one rule fails, so that no server starts without it", () => {
    expect(run({}, "", { iptables: "exit 3" })).to.deep.equal({ status: 3, asked: v4.slice(0, 1) });
    expect(run({}, reaching, { iptables: "", ip6tables: "exit 1" }).status).to.equal(1);
    expect(run({}, reaching, { iptables: "" }).status).to.equal(127);
    expect(run({}, "", {}).status).to.equal(127);
  });

  it("has nothing in it that KubeSpawner or the kubelet would fill in", () => {
    expect(container().command.join("\n")).not.to.match(/[{}]|\$\(/);
  });

  it("has the chart's own image, and what the user says of it", () => {
    expect(container()).to.include({
      name: "block-nfs",
      image: "quay.io/jupyterhub/k8s-network-tools:4.4.0",
    });
    expect(container({ chart: { version: "4.3.5" } }).image).to.match(/:4\.3\.5$/);
    expect(container({ chart: { path: "./charts/jupyterhub" } }).image).to.match(/:4\.4\.0$/);
    const networkTools = {
      image: { name: "mirror.example/tools", tag: "1", pullPolicy: "Always" },
      resources: { limits: { memory: "64Mi" } },
    };
    expect(container({ values: { singleuser: { networkTools } } })).to.deep.include({
      image: "mirror.example/tools:1",
      imagePullPolicy: "Always",
      resources: networkTools.resources,
    });
  });

  const own = { name: "own", image: "busybox:1.37" };
  const listed = (hub: Record<string, unknown>, cell = {}) =>
    planHubValues(settingsOf({ ...cell, hub })).singleuser as { initContainers?: { name: string }[] };

  for (const { title, ...cell } of cells) {
    it(`runs before every other container, as root of the pod: ${title}`, () => {
      const { initContainers } = listed({ values: { singleuser: { initContainers: [own] } } }, cell);
      expect(initContainers?.map(({ name }) => name)).to.deep.equal(["block-nfs", "own"]);
      expect(initContainers?.[0]).to.deep.include({
        securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ["NET_ADMIN"] } },
      });
    });
  }

  it("is not there where it is switched off", () => {
    expect(listed({ blockNfs: false })).not.to.have.property("initContainers");
    const values = { singleuser: { initContainers: [own] } };
    expect(listed({ blockNfs: false, values }).initContainers).to.deep.equal([own]);
  });
});
