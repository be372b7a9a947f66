// Proves how each kind of thing is found and what is said of it, and that no kind which the components make is
// forgotten. Does not prove that the commands work: tests/engine/killed.test.ts runs them.
import { globSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { awsCommands } from "../../../cli/leftovers/awsCommands.ts";
import { parseExport, type Recorded } from "../../../cli/leftovers/exported.ts";
import { type Step, stepsOf } from "../../../cli/leftovers/steps.ts";
import { exportOf, parent, provider, recorded } from "./exports.ts";

const steps = (creating: readonly Recorded[], resources: readonly Recorded[] = []): Step[] =>
  stepsOf(parseExport(exportOf(resources, creating)));
const only = (creating: Recorded, resources: readonly Recorded[] = []): Step | undefined =>
  steps([creating], resources)[0];

const imported = (type: string, name: string, id: string): string =>
  [
    `pulumi import ${type} ${name} ${id} --parent parent=${parent} --provider provider=${provider}`,
    "--protect=false --generate-code=false --yes",
  ].join(" ");

describe("stepsOf", () => {
  it("imports what is one by nature: a file system by its token", () => {
    const type = "aws:efs/fileSystem:FileSystem";
    expect(only(recorded(type, "homes", { creationToken: "homes-0a1b" }))).to.deep.equal({
      type,
      name: "homes",
      look: "aws efs describe-file-systems --creation-token homes-0a1b --query 'FileSystems[].FileSystemId' --output text",
      then: imported(type, "homes", "ID"),
      does: "import",
    });
  });

  it("looks for a replica in its own region", () => {
    const replica = { creationToken: "replica-of-fs-1", region: "eu-west-1" };
    const step = only(recorded("aws:efs/fileSystem:FileSystem", "homes-replica", replica));
    expect(step?.look).to.contain("--region eu-west-1");
  });

  it("removes what each attempt makes anew under another name", () => {
    const step = only(recorded("aws:ec2/securityGroup:SecurityGroup", "homes-nfs", { name: "homes-nfs-1" }));
    expect(step?.look).to.contain("Name=group-name,Values=homes-nfs-1");
    expect(step).to.include({ does: "remove", then: "aws ec2 delete-security-group --group-id ID" });
  });

  it("never takes an access point of the stack for one that is left over", () => {
    const type = "aws:efs/accessPoint:AccessPoint";
    const inputs = { fileSystemId: "fs-1", tags: { Name: "hub-homes" } };
    const step = only(recorded(type, "plain", inputs), [recorded(type, "enforced", inputs, "fsap-7")]);
    expect(step?.look).to.contain("[?Name=='hub-homes' && AccessPointId!='fsap-7']");
    expect(step?.then).to.equal("aws efs delete-access-point --access-point-id ID");
  });

  it("imports an association under its cluster's name", () => {
    const type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    const inputs = {
      clusterName: "research",
      namespace: "kube-system",
      serviceAccount: "efs-csi-controller-sa",
    };
    expect(only(recorded(type, "driver", inputs))?.then).to.equal(imported(type, "driver", "research,ID"));
  });

  it("knows an object of Kubernetes by its name, in its namespace or in none", () => {
    const claim = {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "efs-homes", namespace: "hub" },
    };
    const type = "kubernetes:core/v1:PersistentVolumeClaim";
    expect(only(recorded(type, "homes", claim))).to.include({
      look: "kubectl get PersistentVolumeClaim efs-homes --namespace hub --ignore-not-found --output name",
      then: imported(type, "homes", "hub/efs-homes"),
    });
    const storageClass = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name: "efs" } };
    expect(only(recorded("kubernetes:storage.k8s.io/v1:StorageClass", "class", storageClass))).to.include({
      look: "kubectl get StorageClass.v1.storage.k8s.io efs --ignore-not-found --output name",
      then: imported("kubernetes:storage.k8s.io/v1:StorageClass", "class", "efs"),
    });
  });

  it("knows a release by what Helm keeps of it", () => {
    const type = "kubernetes:helm.sh/v3:Release";
    expect(only(recorded(type, "jupyterhub", { name: "hub", namespace: "jupyter" }))).to.include({
      look: "kubectl get secrets --namespace jupyter --selector owner=helm,name=hub --output name",
      then: imported(type, "jupyterhub", "jupyter/hub"),
    });
  });

  it("says nothing of what is in the stack by now, and of each thing once", () => {
    const type = "aws:efs/mountTarget:MountTarget";
    const target = recorded(type, "us-east-1a", { fileSystemId: "fs-1", subnetId: "subnet-1" });
    expect(steps([target], [{ ...target, id: "fsmt-1" }])).to.deep.equal([]);
    expect(steps([target, target])).to.have.length(1);
  });

  it("says nothing of what can be made twice without a trace, nor of what is made in the state only", () => {
    const types = [
      "aws:efs/backupPolicy:BackupPolicy",
      "pulumi:providers:aws",
      "jupyterhub-efs:index:JupyterHub",
    ];
    expect(steps(types.map((type) => recorded(type, "any")))).to.deep.equal([]);
  });

  it("quotes what a shell would read otherwise", () => {
    const tags = { Name: 'it\'s "$HOME"' };
    const step = only(recorded("aws:efs/accessPoint:AccessPoint", "plain", { fileSystemId: "fs-1", tags }));
    expect(step?.look).to.contain(String.raw`'AccessPoints[?Name=='\''it'\''s "$HOME"'\''].AccessPointId'`);
  });
});

describe("awsCommands", () => {
  const made = globSync("components/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "@pulumi\/aws\/(\w+)\/((?!get)\w+)\.js"/g)].map(
      ([, service = "", module = ""]) =>
        `aws:${service}/${module}:${module.charAt(0).toUpperCase()}${module.slice(1)}`,
    ),
  );

  it("has everything in AWS that the components make", () => {
    expect(made).to.include("aws:efs/fileSystem:FileSystem");
    expect(awsCommands).to.include.all.keys(made);
  });

  for (const [type, commands] of Object.entries(awsCommands)) {
    if (commands === undefined) continue;
    it(`asks for one ${type}, and takes its id from the answer`, () => {
      const { look, remove, importId } = commands(recorded(type, "any"), []);
      expect(look).to.match(/^aws [a-z0-9]+ (describe|list)-[a-z-]+ .*--query .*\] *\.?.* --output text$/);
      if (remove !== undefined) expect(remove).to.match(/^aws [a-z0-9]+ delete-.* ID$/);
      expect(remove === undefined || importId === undefined).to.equal(true);
    });
  }
});
