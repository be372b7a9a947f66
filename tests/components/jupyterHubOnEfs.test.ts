// Proves the exact graph of the whole in the four cells, that no placeholder of the plan reaches a resource, and that a
// flip of the mode changes the release and, in static provisioning, the policy, under mocks. Does not prove order: tests/engine does.
import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { JupyterHubOnEfs } from "../../components/jupyterHubOnEfs.ts";
import type { JupyterHubOnEfsArgs } from "../../components/jupyterHubOnEfsArgs.ts";
import { type Registered, register, resources, valueOf } from "../support/mocks.ts";
import { cells } from "../support/settings.ts";

const args: JupyterHubOnEfsArgs = {
  clusterName: "research",
  clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
  vpcId: "vpc-1",
  subnets: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
  clientSecurityGroups: { nodes: "sg-nodes" },
  hub: { database: { kind: "claim", storageClassName: "gp3" }, signIn: { kind: "anyone" } },
};

const common = [
  "BackupPolicy efs-homes-backup",
  "ConfigMap efs-hub-servers",
  "FileSystem efs-homes",
  "FileSystemPolicy efs-access",
  "MountTarget efs-homes-us-east-1a",
  "MountTarget efs-homes-us-east-1b",
  "Namespace efs-hub-homes-namespace",
  "Release efs-driver",
  "Release efs-hub",
  "SecurityGroup efs-homes-nfs",
  "SecurityGroupIngressRule efs-homes-nfs-from-nodes",
  "Service efs-hub-proxy-public",
];
const roleOf = (part: string) =>
  ["PodIdentityAssociation", "Role", "RolePolicy"].map((type) => `${type} efs-driver-${part}`);
const only = {
  static: ["AccessPoint", "PersistentVolume", "PersistentVolumeClaim"].flatMap((type) => [
    `${type} efs-hub-homes-enforced`,
    `${type} efs-hub-homes-plain`,
  ]),
  dynamic: [...roleOf("controller"), "StorageClass efs-hub-homes"],
};

describe("JupyterHubOnEfs", () => {
  for (const { title, ...cell } of cells) {
    it(`makes exactly what the cell needs: ${title}`, async () => {
      const { made, all } = await register(() => new JupyterHubOnEfs("efs", { ...args, ...cell }));
      expect(resources(all)).to.deep.equal([...common, ...roleOf("node"), ...only[cell.provisioning]].sort());
      expect(await valueOf(made.exampleHome)).to.equal("/hub/home-bob-smith---365b77fb");
      expect(await valueOf(made.userMode)).to.equal(cell.userMode);
    });

    it(`lets no placeholder of the plan reach a resource: ${title}`, async () => {
      for (const unknowns of [false, true]) {
        const { all } = await register(() => new JupyterHubOnEfs("efs", { ...args, ...cell }), { unknowns });
        expect(JSON.stringify(all)).not.to.include("known after up");
      }
    });
  }

  for (const provisioning of ["static", "dynamic"] as const) {
    it(`changes the release's values, and who may be root, when the mode flips: ${provisioning}`, async () => {
      const inputs = async (userMode: "root" | "non-root") => {
        const { all } = await register(
          () => new JupyterHubOnEfs("flip", { ...args, provisioning, userMode }),
        );
        return new Map(
          all.map(({ type, name, inputs }: Registered) => [`${type} ${name}`, JSON.stringify(inputs)]),
        );
      };
      const [one, other] = [await inputs("non-root"), await inputs("root")];
      expect([...one.keys()]).to.deep.equal([...other.keys()]);
      const changed = [...one.keys()].filter((key) => one.get(key) !== other.get(key));
      const ofStatic = [
        // What the stack remembers of itself.
        "jupyterhub-efs:index:JupyterHubOnEfs flip",
        "aws:efs/fileSystemPolicy:FileSystemPolicy flip-access",
      ];
      expect(changed).to.have.members([
        ...(provisioning === "static" ? ofStatic : []),
        "kubernetes:helm.sh/v3:Release flip-hub",
      ]);
    });
  }

  it("remembers what homes rest on, also where only the update tells it, and no secret", async () => {
    const homes = async (kmsKeyArn: pulumi.Input<string>) => {
      const { all } = await register(
        () => new JupyterHubOnEfs("remembers", { ...args, fileSystem: { create: { kmsKeyArn } } }),
      );
      const whole = all.find(({ type }) => type === "jupyterhub-efs:index:JupyterHubOnEfs");
      return whole?.inputs.homes as Record<string, unknown>;
    };
    const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const path = "fileSystem.create.kmsKeyArn";
    expect((await homes(pulumi.output(key)))[path]).to.equal(key);
    const ofSecret = await homes(pulumi.secret(key));
    expect(ofSecret)
      .to.include({ homesPath: "/hub", "aws:region": "us-east-1", "cluster.existing.name": "research" })
      .and.not.have.property(path);
  });

  it("refuses dynamic provisioning on a cluster without the Pod Identity agent, and makes nothing", async () => {
    let thrown: unknown;
    const { all } = await register(() => {
      try {
        return new JupyterHubOnEfs("noagent", { ...args, provisioning: "dynamic", podIdentityAgent: false });
      } catch (error) {
        thrown = error;
        return undefined;
      }
    });
    expect(thrown).to.be.instanceOf(pulumi.RunError);
    expect((thrown as Error).message).to.include("eks-pod-identity-agent");
    expect(resources(all)).to.deep.equal([]);
  });
});
