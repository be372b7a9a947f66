import {
  type AccessPointDescription,
  CreateAccessPointCommand,
  DeleteAccessPointCommand,
  DescribeAccessPointsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import type { AccessPoint, AccessPointArgs } from "@pulumi/aws/efs/accessPoint.js";
import { randomUUID } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { tagList } from "../tags.ts";
import { fileSystemArn, retag } from "./fileSystems.ts";

type Args = ArgsOf<AccessPointArgs>;
type State = StateOf<AccessPoint>;

const client = (call: Call): EFSClient => call.client("efs", EFSClient);

async function described(id: string, call: Call): Promise<AccessPointDescription | undefined> {
  const answer = client(call).send(new DescribeAccessPointsCommand({ AccessPointId: id }), {
    abortSignal: call.signal,
  });
  const found = (await unlessMissing(answer, "AccessPointNotFound"))?.AccessPoints?.[0];
  return found?.LifeCycleState === "deleted" ? undefined : found;
}

/** What a user who connects through the access point becomes. */
const posixUserOf = ({ PosixUser: user }: AccessPointDescription): State["posixUser"] =>
  user === undefined
    ? undefined
    : {
        uid: user.Uid ?? 0,
        gid: user.Gid ?? 0,
        ...(user.SecondaryGids?.length && { secondaryGids: user.SecondaryGids }),
      };

function rootDirectoryOf({ RootDirectory: root }: AccessPointDescription): State["rootDirectory"] {
  const made = root?.CreationInfo;
  const creationInfo = {
    ownerUid: made?.OwnerUid ?? 0,
    ownerGid: made?.OwnerGid ?? 0,
    permissions: made?.Permissions ?? "",
  };
  return { path: root?.Path ?? "/", ...(made !== undefined && { creationInfo }) } as State["rootDirectory"];
}

/** `aws:efs/accessPoint:AccessPoint`: everything but the tags is for life. */
export const accessPoint: AwsType<Args, State> = {
  title: "EFS Access Point",
  replaceOn: ["fileSystemId", "posixUser", "rootDirectory"],
  decidedByCloud: ["rootDirectory"],
  async create({ fileSystemId, posixUser, rootDirectory }, call) {
    const user = posixUser && {
      Uid: posixUser.uid,
      Gid: posixUser.gid,
      SecondaryGids: posixUser.secondaryGids,
    };
    const info = rootDirectory?.creationInfo;
    const creation = info && {
      OwnerUid: info.ownerUid,
      OwnerGid: info.ownerGid,
      Permissions: info.permissions,
    };
    const root = rootDirectory && { Path: rootDirectory.path, CreationInfo: creation };
    const made = await client(call).send(
      new CreateAccessPointCommand({
        ClientToken: randomUUID(),
        FileSystemId: fileSystemId,
        PosixUser: user,
        RootDirectory: root,
        Tags: tagList(call.tags),
      }),
    );
    const id = call.made(made.AccessPointId ?? "");
    await call.wait(`EFS Access Point (${id}) create`, 600, async () => {
      return (await described(id, call))?.LifeCycleState === "available" ? true : undefined;
    });
    return id;
  },
  async find(id, call) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const fileSystemId = found.FileSystemId ?? "";
    const state: State = {
      arn: found.AccessPointArn ?? "",
      fileSystemArn: await fileSystemArn(call, fileSystemId),
      fileSystemId,
      ownerId: found.OwnerId ?? "",
      posixUser: posixUserOf(found),
      region: call.region,
      rootDirectory: rootDirectoryOf(found),
      ...call.shownTags(found.Tags),
    };
    return { state };
  },
  update: (id, { tags }, call) => retag(id, tags, call),
  async delete(id, _state, call) {
    await unlessMissing(
      client(call).send(new DeleteAccessPointCommand({ AccessPointId: id })),
      "AccessPointNotFound",
    );
    await call.wait(`EFS Access Point (${id}) delete`, 600, async () =>
      (await described(id, call)) === undefined ? true : undefined,
    );
  },
};
