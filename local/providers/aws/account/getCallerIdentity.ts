import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { GetCallerIdentityArgs, GetCallerIdentityResult } from "@pulumi/aws/getCallerIdentity.js";
import type { AwsFunction } from "../function.ts";

/** `aws:index/getCallerIdentity:getCallerIdentity` */
export const getCallerIdentity: AwsFunction<GetCallerIdentityArgs, GetCallerIdentityResult> = {
  title: "STS Caller Identity",
  async read(_args, call) {
    const identity = await call.client("sts", STSClient).send(new GetCallerIdentityCommand({}));
    const accountId = identity.Account ?? "";
    return { accountId, arn: identity.Arn ?? "", id: accountId, userId: identity.UserId ?? "" };
  },
};
