import type { GetRegionArgs, GetRegionResult } from "@pulumi/aws/getRegion.js";
import type { AwsFunction } from "../function.ts";

/** `aws:index/getRegion:getRegion`: the provider's region, unless another is named. */
export const getRegion: AwsFunction<GetRegionArgs, GetRegionResult> = {
  title: "Region",
  read(args, call) {
    const name = args.region ?? call.region;
    const endpoint = `ec2.${name}.amazonaws.com`;
    return Promise.resolve({ description: "", endpoint, id: name, name, region: name });
  },
};
