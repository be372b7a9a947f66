// Proves that the component works inside somebody's own program, twice in one cluster, that the parts work alone, and that a
// file system whose id is an Output is remembered; and what the policy pack says of them. Does not prove more of the cells
// than tests/engine/cells.test.ts does.
import { type EngineEvent, LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { HomeStorage, JupyterHubOnEfs, SharedFileSystem } from "../../components/index.ts";
import { kubernetesProvider } from "../../components/resources/kubernetesProvider.ts";
import { lookUpCluster } from "../../components/surroundings/lookUpCluster.ts";
import { subnetsByZone } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { everything } from "./support/everything.ts";
import { failureOf } from "./support/failureOf.ts";
import { settings } from "./support/hub.ts";
import { type Exported, policyFaults } from "./support/policyFaults.ts";

interface Charts {
  readonly driver: { readonly chart: { readonly path: string } };
  readonly hub: { readonly chart: { readonly path: string } };
}

describe("somebody's own program", function () {
  let stack: Stack;
  let empty: string[];
  let takesAnother = false;
  const another = "fs-0fedcba9876543210";
  const { driver, hub } = settings() as unknown as Charts;

  const program = async () => {
    const surroundings = await lookUpCluster("local");
    const zones = await subnetsByZone();
    const provider = kubernetesProvider("mine", surroundings, { takesOver: false });
    const place = {
      clusterName: "local",
      clusterArn: surroundings.cluster.arn,
      dataProtection: "delete" as const,
      vpcId: surroundings.cluster.vpcId,
      subnets: { "us-east-1a": zones["us-east-1a"]?.[0] ?? "" },
      clientSecurityGroups: { nodes: surroundings.cluster.nodeSecurityGroupIds[0] ?? "" },
    };
    const { chart } = hub;
    const signIn = { kind: "anyone" } as const;
    const physics = new JupyterHubOnEfs(
      "physics",
      { ...place, driver, hub: { name: "physics", chart, database: { kind: "memory" }, signIn } },
      { providers: [provider] },
    );
    // A cluster takes one driver: the second hub uses the first one's, and waits for it.
    const shared = new SharedFileSystem("shared", place);
    const biology = new JupyterHubOnEfs(
      "biology",
      {
        ...place,
        access: "tls",
        driver: { install: "existing" },
        provisioning: "dynamic",
        userMode: "root",
        // Only an update tells its id.
        fileSystem: { existing: { id: takesAnother ? pulumi.output(another) : shared.fileSystemId } },
        homesPath: "/biology",
        usernames: "safe",
        hub: { name: "biology", chart, database: { kind: "memory" }, signIn },
      },
      { providers: [provider], dependsOn: [physics, shared] },
    );
    const alone = new HomeStorage(
      "alone",
      { fileSystemId: shared.fileSystemId, hub: { name: "chemistry" }, dataProtection: "delete" },
      { providers: [provider], dependsOn: [shared, physics] },
    );
    return { physics: physics.hubUrl, biology: biology.homeStorageClass, chemistry: alone.homeClaim };
  };

  before(async () => {
    empty = await everything();
    stack = await LocalWorkspace.createOrSelectStack({ stackName: "own", projectName: "own", program });
    await stack.setConfig("aws:region", { value: process.env.AWS_REGION ?? "us-east-1" });
  });
  after(async () => {
    await stack.destroy();
    await stack.workspace.removeStack("own");
  });

  it("makes two hubs and the parts of a third beside each other", async () => {
    const { outputs } = await stack.up();
    expect(outputs.physics?.value).to.match(/^http:/);
    expect(outputs.biology?.value).to.equal("biology-efs-homes");
    expect(outputs.chemistry?.value).to.equal("efs-homes");
    const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace: "chemistry" });
    expect(items.map(({ status }) => status?.phase)).to.deep.equal(["Bound", "Bound"]);
  });

  it("breaks no rule of the policy pack, but for a file system alone: unprotected by its part's word, and without access", async () => {
    const { deployment } = (await stack.exportStack()) as { deployment: { resources?: Exported[] } };
    const faults = policyFaults(deployment.resources ?? []).map((fault) => fault.split(": ", 2).join(": "));
    expect(faults).to.have.members(["protected: shared", "file-system-policy: shared"]);
  });

  it("has nothing left to do", async () => {
    const ops: string[] = [];
    const onEvent = ({ resourcePreEvent }: EngineEvent) => {
      if (resourcePreEvent !== undefined) ops.push(resourcePreEvent.metadata.op);
    };
    await stack.up({ onEvent });
    expect(ops.filter((op) => op !== "same" && op !== "read")).to.deep.equal([]);
  });

  it("is refused another file system for homes that are on one, though only an update told which", async () => {
    takesAnother = true;
    const before = await everything();
    for (const attempt of [() => stack.preview(), () => stack.up()])
      expect(await failureOf(attempt))
        .to.include('"fileSystem.existing.id" was fs-')
        .and.include(`got ${another}`);
    expect(await everything()).to.deep.equal(before);
  });

  it("leaves nothing when it is destroyed", async () => {
    await stack.destroy();
    expect(await everything()).to.deep.equal(empty);
  });
});
