import {
  DescribeAccessPointsCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  type Tag,
} from "@aws-sdk/client-efs";
import type {
  GetResourcesArgs,
  GetResourcesResult,
} from "@pulumi/aws/resourcegroupstaggingapi/getResources.js";
import type { AwsFunction } from "../function.ts";
import { partitionOf } from "../session.ts";
import { tagMap } from "../tags.ts";

const EFS = "elasticfilesystem";

/**
 * `aws:resourcegroupstaggingapi/getResources:getResources`, of EFS alone: moto's index of tags has not EFS's, so it asks
 * EFS itself, whose answer lags behind nothing.
 */
export const getResources: AwsFunction<GetResourcesArgs, GetResourcesResult> = {
  title: "Resource Groups Tagging API Resources",
  async read(args, call) {
    const { resourceTypeFilters = [], tagFilters = [] } = args;
    if (resourceTypeFilters.length !== 1 || resourceTypeFilters[0] !== EFS) {
      throw new Error(`the local stand-in knows the resourceTypeFilters ["${EFS}"] alone`);
    }
    const client = call.client("efs", EFSClient);
    const [points, fileSystems] = await Promise.all([
      client.send(new DescribeAccessPointsCommand(), { abortSignal: call.signal }),
      client.send(new DescribeFileSystemsCommand(), { abortSignal: call.signal }),
    ]);
    const all = [
      ...(points.AccessPoints ?? []).map(({ AccessPointArn, Tags }) => mapping(AccessPointArn, Tags)),
      ...(fileSystems.FileSystems ?? []).map(({ FileSystemArn, Tags }) => mapping(FileSystemArn, Tags)),
    ];
    return {
      id: partitionOf(call.region).partition,
      resourceTypeFilters,
      ...(args.tagFilters !== undefined && { tagFilters }),
      resourceTagMappingLists: all.filter(({ tags }) =>
        tagFilters.every(
          ({ key, values = [] }) => key in tags && (values.length === 0 || values.includes(tags[key] ?? "")),
        ),
      ),
    };
  },
};

const mapping = (arn = "", tags: readonly Tag[] = []) => ({
  resourceArn: arn,
  tags: { ...tagMap(tags) },
  complianceDetails: [],
});
