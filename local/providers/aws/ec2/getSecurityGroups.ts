import { DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { GetSecurityGroupsArgs, GetSecurityGroupsResult } from "@pulumi/aws/ec2/getSecurityGroups.js";
import type { AwsFunction } from "../function.ts";
import { filters } from "./filters.ts";

/** `aws:ec2/getSecurityGroups:getSecurityGroups` */
export const getSecurityGroups: AwsFunction<GetSecurityGroupsArgs, GetSecurityGroupsResult> = {
  title: "EC2 Security Groups",
  async read(args, call) {
    const command = new DescribeSecurityGroupsCommand({ Filters: filters(args.filters, args.tags) });
    const answer = await call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    const groups = answer.SecurityGroups ?? [];
    const ids = groups.map(({ GroupId }) => GroupId ?? "");
    return {
      arns: await Promise.all(ids.map((id) => call.arn("ec2", `security-group/${id}`))),
      ...(args.filters !== undefined && { filters: args.filters }),
      id: call.region,
      ids,
      tags: args.tags ?? {},
      vpcIds: groups.map(({ VpcId }) => VpcId ?? ""),
    };
  },
};
