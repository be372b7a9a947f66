import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { GetSubnetsArgs, GetSubnetsResult } from "@pulumi/aws/ec2/getSubnets.js";
import type { AwsFunction } from "../function.ts";
import { filters } from "./filters.ts";

/** `aws:ec2/getSubnets:getSubnets` */
export const getSubnets: AwsFunction<GetSubnetsArgs, GetSubnetsResult> = {
  title: "EC2 Subnets",
  async read(args, call) {
    const command = new DescribeSubnetsCommand({ Filters: filters(args.filters, args.tags) });
    const answer = await call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    return {
      ...(args.filters !== undefined && { filters: args.filters }),
      id: call.region,
      ids: (answer.Subnets ?? []).map(({ SubnetId }) => SubnetId ?? ""),
      tags: args.tags ?? {},
    };
  },
};
