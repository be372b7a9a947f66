import {
  type Addon as Found,
  CreateAddonCommand,
  DeleteAddonCommand,
  DescribeAddonCommand,
  type ResolveConflicts,
  UpdateAddonCommand,
} from "@aws-sdk/client-eks";
import type { Addon, AddonArgs } from "@pulumi/aws/eks/addon.js";
import { randomUUID } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { json, oneOf } from "../validation.ts";
import { eks, retag, timeOf } from "./clusters.ts";

type Args = ArgsOf<AddonArgs>;
type State = StateOf<Addon>;

/** The id is `cluster:addon`, at an import, too. */
const parts = (id: string): { clusterName: string; addonName: string } => {
  const [clusterName = "", addonName = ""] = id.split(":");
  return { clusterName, addonName };
};

async function described(id: string, call: Call): Promise<Found | undefined> {
  const answer = eks(call).send(new DescribeAddonCommand(parts(id)), { abortSignal: call.signal });
  return (await unlessMissing(answer, "ResourceNotFoundException"))?.addon;
}

const active = (id: string, call: Call): Promise<true> =>
  call.wait(`EKS Add-On (${id}) create`, 1200, async () => {
    const status = (await described(id, call))?.status;
    if (status === "CREATE_FAILED" || status === "UPDATE_FAILED")
      throw new Error(`EKS Add-On (${id}): ${status}`);
    return status === "ACTIVE" || status === "DEGRADED" ? true : undefined;
  });

/** `aws:eks/addon:Addon` */
export const addon: AwsType<Args, State> = {
  title: "EKS Add-On",
  replaceOn: ["addonName", "clusterName", "namespaceConfig"],
  decidedByCloud: ["addonVersion", "configurationValues", "namespaceConfig"],
  documents: ["configurationValues"],
  validate: (args) => [
    ...oneOf("resolveConflictsOnCreate", args.resolveConflictsOnCreate, ["NONE", "OVERWRITE"]),
    ...oneOf("resolveConflictsOnUpdate", args.resolveConflictsOnUpdate, ["NONE", "OVERWRITE", "PRESERVE"]),
    ...json("configurationValues", args.configurationValues === "" ? undefined : args.configurationValues),
  ],
  async create(args, call) {
    const command = new CreateAddonCommand({
      addonName: args.addonName,
      addonVersion: args.addonVersion,
      clientRequestToken: randomUUID(),
      clusterName: args.clusterName,
      configurationValues: args.configurationValues,
      resolveConflicts: args.resolveConflictsOnCreate as ResolveConflicts | undefined,
      serviceAccountRoleArn: args.serviceAccountRoleArn,
      tags: { ...call.tags },
    });
    await eks(call).send(command);
    const id = call.made(`${args.clusterName}:${args.addonName}`);
    await active(id, call);
    return id;
  },
  async find(id, call, last) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const state: State = {
      addonName: found.addonName ?? "",
      addonVersion: found.addonVersion ?? "",
      arn: found.addonArn ?? "",
      clusterName: found.clusterName ?? "",
      configurationValues: found.configurationValues ?? "",
      createdAt: timeOf(found.createdAt),
      modifiedAt: timeOf(found.modifiedAt),
      namespaceConfig: last.namespaceConfig ?? { namespace: "kube-system" },
      podIdentityAssociations: last.podIdentityAssociations,
      preserve: last.preserve,
      region: call.region,
      resolveConflictsOnCreate: last.resolveConflictsOnCreate,
      resolveConflictsOnUpdate: last.resolveConflictsOnUpdate,
      serviceAccountRoleArn: found.serviceAccountRoleArn === "" ? undefined : found.serviceAccountRoleArn,
      ...call.shownTags(found.tags),
    };
    return { state };
  },
  async update(id, { news, state, tags }, call) {
    const command = new UpdateAddonCommand({
      ...parts(id),
      addonVersion: news.addonVersion,
      clientRequestToken: randomUUID(),
      configurationValues: news.configurationValues,
      resolveConflicts: news.resolveConflictsOnUpdate as ResolveConflicts | undefined,
      serviceAccountRoleArn: news.serviceAccountRoleArn,
    });
    await eks(call).send(command);
    await active(id, call);
    await retag(state.arn, tags, call);
  },
  async delete(id, state, call) {
    const command = new DeleteAddonCommand({ ...parts(id), preserve: state.preserve });
    await unlessMissing(eks(call).send(command), "ResourceNotFoundException");
    await call.wait(`EKS Add-On (${id}) delete`, 2400, async () =>
      (await described(id, call)) === undefined ? true : undefined,
    );
  },
};
