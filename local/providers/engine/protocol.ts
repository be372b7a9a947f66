import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type * as anyMessages from "google-protobuf/google/protobuf/any_pb.js";
import type * as structMessages from "google-protobuf/google/protobuf/struct_pb.js";
import { type Properties, unwrapAll, withoutAbsent } from "./values.ts";
import { anys, structs } from "./wellKnown.ts";

export { empty } from "./wellKnown.ts";

/** The messages of the resource provider protocol. */
export const messages = provider;

/** A message inside a message, for the details of an error. */
export function packed(bytes: Uint8Array, type: string): anyMessages.Any {
  const any = new anys.Any();
  any.pack(bytes, type);
  return any;
}

/** Properties as the wire carries them. */
export function toStruct(properties: Properties): structMessages.Struct {
  const plain = withoutAbsent(properties) as Parameters<typeof structs.Struct.fromJavaScript>[0];
  return structs.Struct.fromJavaScript(plain);
}

/** Properties as a provider reads them: secrets bare, nothing else changed. */
export const fromStruct = (struct: structMessages.Struct | undefined): Properties =>
  unwrapAll(asSent(struct));

/** Properties with their wrappings, to hand back what came as it came. */
export const asSent = (struct: structMessages.Struct | undefined): Properties => struct?.toJavaScript() ?? {};
