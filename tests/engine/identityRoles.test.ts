// Proves, on a real engine and API server, which roles the driver's service accounts get in the stand-in cloud, with which
// trust, by which way, and that a move from Pod Identity to IRSA keeps the roles. Does not prove that AWS lets pods take them.
import { CreateOpenIDConnectProviderCommand, DeleteOpenIDConnectProviderCommand } from "@aws-sdk/client-iam";
import { GetRoleCommand, IAMClient, ListRolePoliciesCommand, ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeClusterCommand, EKSClient, ListPodIdentityAssociationsCommand } from "@aws-sdk/client-eks";
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { HubStack, settings } from "./support/hub.ts";

const [iam, eks] = [new IAMClient(), new EKSClient()];
const driverRole = /^jupyterhub-driver-(controller|node)-/;

/** The driver's roles by part, each with whom it trusts. */
async function roles(): Promise<Record<string, { name: string; trusts: string; policies: number }>> {
  const { Roles = [] } = await iam.send(new ListRolesCommand());
  const ours = Roles.flatMap(({ RoleName = "" }) => (driverRole.test(RoleName) ? [RoleName] : []));
  const found = ours.map(async (name) => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName: name }));
    const trusts = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
    return [driverRole.exec(name)?.[1] ?? "", { name, trusts, policies: PolicyNames.length }] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

async function associated(): Promise<string[]> {
  const { associations = [] } = await eks.send(
    new ListPodIdentityAssociationsCommand({ clusterName: "local" }),
  );
  return associations.map(({ serviceAccount = "" }) => serviceAccount).sort();
}

const annotationOf = async (name: string) =>
  (await core.readNamespacedServiceAccount({ namespace: "kube-system", name })).metadata?.annotations?.[
    "eks.amazonaws.com/role-arn"
  ];

describe("the roles of the driver", () => {
  let stack: HubStack;
  let empty: string[];
  let provider = "";

  before(async () => {
    empty = await resourcesInCloud();
    const { cluster } = await eks.send(new DescribeClusterCommand({ name: "local" }));
    const made = await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: cluster?.identity?.oidc?.issuer,
        ClientIDList: ["sts.amazonaws.com"],
      }),
    );
    provider = made.OpenIDConnectProviderArn ?? "";
    stack = await HubStack.open("identity-roles", settings());
  });
  after(async () => {
    await stack.remove();
    await iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: provider }));
  });

  it("are one for the node pods alone in static provisioning, by Pod Identity", async () => {
    await stack.up();
    const { node, controller } = await roles();
    expect(controller).to.equal(undefined);
    expect(node?.policies).to.equal(1);
    expect(node?.trusts).to.include("pods.eks.amazonaws.com").and.to.include("efs-csi-node-sa");
    expect(node?.trusts).to.match(/arn:aws:eks:us-east-1:\d{12}:cluster\/local/);
    expect(await associated()).to.deep.equal(["efs-csi-node-sa"]);
    expect(await annotationOf("efs-csi-node-sa")).to.equal(undefined);
  });

  it("move to IRSA and stay the same roles: trust changes in place, the associations go last", async () => {
    const before = await roles();
    await stack.say(settings({ identity: "irsa", movedFrom: { identity: "pod-identity" } }));
    const { changes } = await stack.up();
    const after = await roles();
    expect(after.node?.name).to.equal(before.node?.name);
    expect(after.node?.trusts).to.include(provider).and.not.to.include("pods.eks.amazonaws.com");
    expect(await associated()).to.deep.equal([]);
    expect(await annotationOf("efs-csi-node-sa")).to.match(/:role\/jupyterhub-driver-node-/);
    expect(changes.at(-1)).to.equal(
      "delete aws:eks/podIdentityAssociation:PodIdentityAssociation jupyterhub-driver-node",
    );
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("are none where identity is none, and are gone with the stack", async () => {
    await stack.say(settings({ identity: "none", access: "tls", movedFrom: { access: "iam" } }));
    await stack.up();
    expect(await roles()).to.deep.equal({});
    await stack.destroy();
    expect(await resourcesInCloud()).to.deep.equal(empty);
  });
});
