import { DescribeNetworkInterfacesCommand, EC2Client } from "@aws-sdk/client-ec2";
import type {
  GetNetworkInterfacesArgs,
  GetNetworkInterfacesResult,
} from "@pulumi/aws/ec2/getNetworkInterfaces.js";
import type { AwsFunction } from "../function.ts";
import { filters } from "./filters.ts";

/** `aws:ec2/getNetworkInterfaces:getNetworkInterfaces`: none is an answer, too. */
export const getNetworkInterfaces: AwsFunction<GetNetworkInterfacesArgs, GetNetworkInterfacesResult> = {
  title: "EC2 Network Interfaces",
  async read(args, call) {
    const command = new DescribeNetworkInterfacesCommand({ Filters: filters(args.filters, args.tags) });
    const answer = await call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    return {
      ...(args.filters !== undefined && { filters: args.filters }),
      id: call.region,
      ids: (answer.NetworkInterfaces ?? []).map(({ NetworkInterfaceId }) => NetworkInterfaceId ?? ""),
      tags: args.tags ?? {},
    };
  },
};
