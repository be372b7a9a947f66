import {
  CreatePodIdentityAssociationCommand,
  DeletePodIdentityAssociationCommand,
  DescribePodIdentityAssociationCommand,
  UpdatePodIdentityAssociationCommand,
} from "@aws-sdk/client-eks";
import type {
  PodIdentityAssociation,
  PodIdentityAssociationArgs,
} from "@pulumi/aws/eks/podIdentityAssociation.js";
import { randomUUID } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import { eks, retag } from "./clusters.ts";

type Args = ArgsOf<PodIdentityAssociationArgs>;
type State = StateOf<PodIdentityAssociation>;

/** An import names it `cluster,association`; the state knows the cluster already. */
function named(id: string, { clusterName }: Partial<State>): { clusterName: string; associationId: string } {
  const [first = "", second] = id.split(",");
  return second === undefined
    ? { clusterName: clusterName ?? "", associationId: first }
    : { clusterName: first, associationId: second };
}

/** `aws:eks/podIdentityAssociation:PodIdentityAssociation`: the role that a service account's pods get. */
export const podIdentityAssociation: AwsType<Args, State> = {
  title: "EKS Pod Identity Association",
  replaceOn: ["clusterName", "namespace", "serviceAccount"],
  decidedByCloud: ["disableSessionTags"],
  async create(args, call) {
    const command = new CreatePodIdentityAssociationCommand({
      clientRequestToken: randomUUID(),
      clusterName: args.clusterName,
      disableSessionTags: args.disableSessionTags,
      namespace: args.namespace,
      policy: args.policy,
      roleArn: args.roleArn,
      serviceAccount: args.serviceAccount,
      tags: { ...call.tags },
      targetRoleArn: args.targetRoleArn,
    });
    return call.made((await eks(call).send(command)).association?.associationId ?? "");
  },
  async find(id, call, last) {
    const key = named(id, last);
    const answer = eks(call).send(new DescribePodIdentityAssociationCommand(key), {
      abortSignal: call.signal,
    });
    const found = (await unlessMissing(answer, "ResourceNotFoundException"))?.association;
    if (found === undefined) return undefined;
    const state: State = {
      associationArn: found.associationArn ?? "",
      associationId: key.associationId,
      clusterName: found.clusterName ?? key.clusterName,
      disableSessionTags: found.disableSessionTags ?? false,
      externalId: found.externalId ?? "",
      namespace: found.namespace ?? "",
      policy: found.policy,
      region: call.region,
      roleArn: found.roleArn ?? "",
      serviceAccount: found.serviceAccount ?? "",
      targetRoleArn: found.targetRoleArn,
      ...call.shownTags(found.tags),
    };
    return { id: key.associationId, state };
  },
  async update(id, { news, state, tags }, call) {
    const command = new UpdatePodIdentityAssociationCommand({
      associationId: id,
      clientRequestToken: randomUUID(),
      clusterName: news.clusterName,
      disableSessionTags: news.disableSessionTags,
      policy: news.policy,
      roleArn: news.roleArn,
      targetRoleArn: news.targetRoleArn,
    });
    await eks(call).send(command);
    await retag(state.associationArn, tags, call);
  },
  async delete(id, state, call) {
    const command = new DeletePodIdentityAssociationCommand({
      clusterName: state.clusterName,
      associationId: id,
    });
    await unlessMissing(eks(call).send(command), "ResourceNotFoundException");
  },
};
