import { createRequire } from "node:module";
import path from "node:path";
import {
  CreateFileSystemCommand,
  DeleteFileSystemCommand,
  DescribeFileSystemsCommand,
} from "@aws-sdk/client-efs";
import { DescribeClusterCommand, EKSClient } from "@aws-sdk/client-eks";
import { efs, subnetsByZone } from "../support/cloud.ts";
import { core, create, until } from "../support/cluster.ts";

/** What differs from one environment to the next: the value here, by the name in a record. */
export type Names = ReadonlyMap<string, string>;

/** Stands for the file system that somebody else made. */
export const existingFileSystem = "{existing file system}";

const creationToken = "somebody-elses";
/** Of the hubs of all records. */
const namespaces = ["hub", "teaching"];

/** The names of this environment, in which a file system of somebody else is, made for the test. */
export async function namesHere(): Promise<Names> {
  const { cluster } = await new EKSClient().send(new DescribeClusterCommand({ name: "local" }));
  const { vpcId, clusterSecurityGroupId } = cluster?.resourcesVpcConfig ?? {};
  const { FileSystemId } = await efs.send(
    new CreateFileSystemCommand({ CreationToken: creationToken, Encrypted: true }),
  );
  const zones = Object.entries(await subnetsByZone()).flatMap(([zone, ids]) =>
    ids.map((id, index): [string, string | undefined] => [`{subnet ${index + 1} of ${zone}}`, id]),
  );
  const versions = ["aws", "kubernetes"].flatMap((name) => {
    const version = providerVersion(name);
    // A provider that nobody made by hand has its version in its name.
    return [
      [`{${name} provider}`, version],
      [`{${name}_provider}`, version.replaceAll(".", "_")],
    ];
  });
  const names = new Map([
    ...versions,
    ["{account}", cluster?.arn?.split(":")[4]],
    ["{vpc}", vpcId],
    ["{cluster security group}", clusterSecurityGroupId],
    ["{cluster endpoint}", cluster?.endpoint],
    ["{cluster certificate}", cluster?.certificateAuthority?.data],
    ["{checkout}", path.resolve(import.meta.dirname, "..", "..", "..")],
    [existingFileSystem, FileSystemId],
    ...zones,
  ] as [string, string | undefined][]);
  for (const [name, value] of names) {
    if (value === undefined || value === "") throw new Error(`${name} is not known in this environment`);
  }
  return names as Names;
}

const { resolve } = createRequire(import.meta.url);

function providerVersion(name: string): string {
  const { version } = createRequire(import.meta.url)(resolve(`@pulumi/${name}/package.json`)) as {
    version: string;
  };
  return version;
}

export async function removeExistingFileSystem(): Promise<void> {
  const { FileSystems = [] } = await efs.send(
    new DescribeFileSystemsCommand({ CreationToken: creationToken }),
  );
  for (const { FileSystemId } of FileSystems) await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
}

/** Makes the one object that a preview reads: the Service of a hub's chart by which users come in. */
export async function makePublicProxies(): Promise<void> {
  for (const namespace of namespaces) {
    await create({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace }, spec: {} });
    await create({
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "proxy-public", namespace },
      spec: { ports: [{ name: "http", port: 80 }] },
    });
  }
}

export async function removePublicProxies(): Promise<void> {
  for (const name of namespaces) await core.deleteNamespace({ name });
  await until(async () =>
    (await core.listNamespace()).items.every(({ metadata }) => !namespaces.includes(metadata?.name ?? "")),
  );
}

/** A text as a record has it. */
export const forgetNames = (text: string, names: Names): string =>
  [...names].sort(longestFirst).reduce((said, [name, value]) => said.replaceAll(value, name), text);

/** A text of a record as it is here. */
export const recallNames = (text: string, names: Names): string =>
  [...names].reduce((said, [name, value]) => said.replaceAll(name, value), text);

/** One value may be a part of another. */
const longestFirst = ([, a]: [string, string], [, b]: [string, string]): number => b.length - a.length;
