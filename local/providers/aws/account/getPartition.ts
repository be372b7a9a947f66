import type { GetPartitionArgs, GetPartitionResult } from "@pulumi/aws/getPartition.js";
import type { AwsFunction } from "../function.ts";
import { partitionOf } from "../session.ts";

/** `aws:index/getPartition:getPartition` */
export const getPartition: AwsFunction<GetPartitionArgs, GetPartitionResult> = {
  title: "Partition",
  read(_args, call) {
    const found = partitionOf(call.region);
    return Promise.resolve({ ...found, id: found.partition });
  },
};
