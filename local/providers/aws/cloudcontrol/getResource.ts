import { CloudControlClient, GetResourceCommand } from "@aws-sdk/client-cloudcontrol";
import type { GetResourceArgs, GetResourceResult } from "@pulumi/aws/cloudcontrol/getResource.js";
import { unlessMissing } from "../apiError.ts";
import { present } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";

/** `aws:cloudcontrol/getResource:getResource`: a resource as CloudFormation sees it. */
export const getResource: AwsFunction<GetResourceArgs, GetResourceResult> = {
  title: "Cloud Control API Resource",
  subject: ({ typeName, identifier }) => `Cloud Control API (${typeName}) Resource (${identifier})`,
  async read({ identifier, roleArn, typeName, typeVersionId }, call) {
    const command = new GetResourceCommand({
      Identifier: identifier,
      RoleArn: roleArn,
      TypeName: typeName,
      TypeVersionId: typeVersionId,
    });
    const client = call.client("cloudcontrol", CloudControlClient);
    const answer = client.send(command, { abortSignal: call.signal });
    const found = present((await unlessMissing(answer, "ResourceNotFoundException"))?.ResourceDescription);
    return {
      id: found.Identifier ?? "",
      identifier,
      properties: found.Properties ?? "",
      ...(roleArn !== undefined && { roleArn }),
      typeName,
      ...(typeVersionId !== undefined && { typeVersionId }),
    };
  },
};
