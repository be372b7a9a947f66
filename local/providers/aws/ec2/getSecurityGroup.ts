import { DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { GetSecurityGroupArgs, GetSecurityGroupResult } from "@pulumi/aws/ec2/getSecurityGroup.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { filters } from "./filters.ts";
import { missingGroup } from "./securityGroup.ts";

/** `aws:ec2/getSecurityGroup:getSecurityGroup` */
export const getSecurityGroup: AwsFunction<GetSecurityGroupArgs, GetSecurityGroupResult> = {
  title: "EC2 Security Group",
  async read(args, call) {
    const command = new DescribeSecurityGroupsCommand({
      ...(args.id !== undefined && { GroupIds: [args.id] }),
      Filters: filters(args.filters, args.tags, { "group-name": args.name, "vpc-id": args.vpcId }),
    });
    const answer = call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    const found = await unlessMissing(answer, ...missingGroup);
    const group = theOnly(found?.SecurityGroups, "EC2 Security Group");
    return {
      arn: group.SecurityGroupArn ?? (await call.arn("ec2", `security-group/${group.GroupId ?? ""}`)),
      description: group.Description ?? "",
      ...(args.filters !== undefined && { filters: args.filters }),
      id: group.GroupId ?? "",
      name: group.GroupName ?? "",
      tags: { ...tagMap(group.Tags) },
      vpcId: group.VpcId ?? "",
    };
  },
};
