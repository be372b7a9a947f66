import { getAccessPoint } from "@pulumi/aws/efs/getAccessPoint.js";
import { getResources } from "@pulumi/aws/resourcegroupstaggingapi/getResources.js";
import { HUB_TAG } from "../settings/ownTags.ts";
import type { FoundAccessPoint } from "./foundFileSystem.ts";
import { unlessMissing } from "./notFound.ts";

/**
 * The access points on a file system that are tagged as a hub's, by id. They are asked for by their tag: in dynamic
 * provisioning a file system has thousands of others, one for each user, and each would be a call.
 * https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export async function lookUpAccessPoints(fileSystemId: string): Promise<Record<string, FoundAccessPoint>> {
  const { resourceTagMappingLists } = await getResources({
    resourceTypeFilters: ["elasticfilesystem"],
    tagFilters: [{ key: HUB_TAG }],
  });
  const ids = resourceTagMappingLists
    .map(({ resourceArn }) => /:access-point\/(fsap-[0-9a-f]+)$/.exec(resourceArn)?.[1])
    .filter((id) => id !== undefined);
  const found = await Promise.all(
    // The index of tags lags behind what it indexes.
    ids.map((accessPointId) => unlessMissing(getAccessPoint({ accessPointId }))),
  );
  return Object.fromEntries(
    found
      .filter((one) => one !== undefined)
      .filter((one) => one.fileSystemId === fileSystemId)
      .map(({ accessPointId, rootDirectories, tags }): [string, FoundAccessPoint] => [
        accessPointId,
        { path: rootDirectories[0]?.path ?? "/", tags },
      ]),
  );
}
