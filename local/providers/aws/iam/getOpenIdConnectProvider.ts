import {
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
} from "@aws-sdk/client-iam";
import type {
  GetOpenIdConnectProviderArgs,
  GetOpenIdConnectProviderResult,
} from "@pulumi/aws/iam/getOpenIdConnectProvider.js";
import type { Call } from "../call.ts";
import { present } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";

/** Its ARN ends with its address, without the scheme. */
async function byUrl(url: string, call: Call): Promise<string | undefined> {
  const command = new ListOpenIDConnectProvidersCommand();
  const { OpenIDConnectProviderList = [] } = await call.client("iam", IAMClient).send(command);
  return OpenIDConnectProviderList.map(({ Arn = "" }) => Arn).find(
    (arn) => arn.replace(/^[^/]*\//, "") === url.replace(/^https:\/\//, ""),
  );
}

/** `aws:iam/getOpenIdConnectProvider:getOpenIdConnectProvider`: by its ARN, or by its address. */
export const getOpenIdConnectProvider: AwsFunction<
  GetOpenIdConnectProviderArgs,
  GetOpenIdConnectProviderResult
> = {
  title: "IAM OIDC Provider",
  subject: ({ url }) => (url === undefined ? "IAM OIDC Provider" : `IAM OIDC Provider (${url})`),
  async read({ arn: given, url = "" }, call) {
    const arn = given ?? present(await byUrl(url, call));
    const command = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn });
    const found = await call.client("iam", IAMClient).send(command);
    return {
      arn,
      clientIdLists: found.ClientIDList ?? [],
      id: arn,
      tags: { ...tagMap(found.Tags) },
      thumbprintLists: found.ThumbprintList ?? [],
      url: found.Url ?? "",
    };
  },
};
