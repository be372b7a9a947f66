// Walks through docs/restore.md where the state of a stack is lost: another stack takes its hub over, on the same file system
// and with the database, also where nobody mounts by a role, and the policy that is left names access points of old. Does not
// prove a mount, nor how EFS judges a policy.
import {
  DeleteFileSystemCommand,
  DescribeFileSystemsCommand,
  PutFileSystemPolicyCommand,
} from "@aws-sdk/client-efs";
import { expect } from "chai";
import { execa } from "execa";
import { docsPolicy } from "../support/docsPolicy.ts";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack } from "./support/hub.ts";
import { on, protectedStack, removeAll } from "./support/protectedStack.ts";
import {
  removeAccessPoints,
  removeAssociations,
  removeMountTargets,
  removeSecurityGroups,
} from "./support/ways.ts";

const arnOf = async (FileSystemId: string): Promise<string> => {
  const { FileSystems = [] } = await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
  return FileSystems[0]?.FileSystemArn ?? "";
};

describe("a hub whose stack's state is lost", function () {
  let empty: string[];
  let id: string;
  let stack: HubStack;
  let databaseUid: string | undefined;
  const database = async () =>
    (await core.readNamespacedPersistentVolumeClaim({ namespace: "hub", name: "hub-db-dir" })).metadata?.uid;
  before(async () => {
    empty = await resourcesInCloud();
    const forgotten = await HubStack.open("forgotten", protectedStack({ access: "tls" }));
    id = String((await forgotten.up()).outputs.fileSystemId);
    databaseUid = await database();
    await forgotten.stack.workspace.removeStack(forgotten.stack.name, { force: true });
    stack = await HubStack.open("found-again", on(id, { access: "tls" }));
  });
  after(async () => {
    await removeAll(stack);
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: id }));
    // The roles of the lost stack stay: they are in the way of nothing.
    const left = (await resourcesInCloud()).filter((one) => !one.startsWith("role "));
    expect(left).to.deep.equal(empty.filter((one) => !one.startsWith("role ")));
  });

  it("is taken over by another stack, once what leads to homes and holds none was removed", async () => {
    for (const [namespace, release] of [
      ["hub", "hub"],
      ["kube-system", "aws-efs-csi-driver"],
    ] as const)
      await execa("helm", ["--namespace", namespace, "uninstall", release, "--wait"]);
    for (const name of ["efs-homes", "efs-homes-plain"]) {
      await core.deleteNamespacedPersistentVolumeClaim({ namespace: "hub", name });
      await core.deletePersistentVolume({ name: `hub-${name}` });
    }
    await removeMountTargets(id);
    await removeSecurityGroups("local/hub");
    await removeAccessPoints(id);
    await removeAssociations("local");
    // The policy of the lost stack names its access points, and those that come are others.
    expect(await failureOf(() => stack.preview()))
      .to.include("no statement of its policy allows them ClientMount, ClientWrite")
      .and.include("are still to be made");
    const Policy = await docsPolicy("tls", await arnOf(id));
    await efs.send(new PutFileSystemPolicyCommand({ FileSystemId: id, Policy }));
    const { outputs } = await stack.up();
    expect(outputs).to.include({ fileSystemId: id, exampleHome: "/hub/home-bob-smith---365b77fb" });
    expect(await database()).to.equal(databaseUid);
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
