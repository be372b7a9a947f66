import { credentials, type ServiceError } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { messages, toStruct } from "../../../../local/providers/engine/protocol.ts";
import type { Provider } from "../../../../local/providers/engine/provider.ts";
import type { ResourceType } from "../../../../local/providers/engine/resourceType.ts";
import { listen } from "../../../../local/providers/engine/serve.ts";
import type { Properties } from "../../../../local/providers/engine/values.ts";

/** A provider with one type and one function, whose behaviour a test overrides. */
export const providerOf = (type: Partial<ResourceType> = {}, provider: Partial<Provider> = {}): Provider => ({
  name: "test",
  version: "1.2.3",
  configure: () => undefined,
  resource: (token) =>
    token !== "test:m:Thing"
      ? undefined
      : {
          create: (inputs) => Promise.resolve({ id: "id-1", outputs: { ...inputs, arn: "arn:1" } }),
          read: (id, last) => Promise.resolve({ id, ...last }),
          delete: () => Promise.resolve(),
          ...type,
        },
  function: (token) =>
    token === "test:m:get" ? (args) => Promise.resolve({ ...args, found: true }) : undefined,
  ...provider,
});

type Client = InstanceType<typeof services.ResourceProviderClient>;

/** Runs a test against a listening provider. */
export async function withClient<T>(provider: Provider, test: (client: Client) => Promise<T>): Promise<T> {
  const { port, stop } = await listen(provider);
  const client = new services.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  try {
    return await test(client);
  } finally {
    client.close();
    stop();
  }
}

/** Calls one method and waits for its answer. */
export const answer = <Response>(
  call: (done: (error: ServiceError | null, response: Response) => void) => unknown,
) =>
  new Promise<Response>((resolve, reject) => {
    call((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });

/** The URN of the thing that tests are about. */
export const urn = "urn:pulumi:dev::proj::test:m:Parent$test:m:Thing::thing";

/** A create of the thing, as an older engine asks for it: with the URN alone. */
export function createRequest(
  inputs: Properties,
  preview = false,
): InstanceType<typeof messages.CreateRequest> {
  const request = new messages.CreateRequest();
  request.setUrn(urn);
  request.setProperties(toStruct(inputs));
  request.setPreview(preview);
  return request;
}
