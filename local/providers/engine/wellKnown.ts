import { createRequire } from "node:module";
import type * as anyMessages from "google-protobuf/google/protobuf/any_pb.js";
import type * as emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import type * as structMessages from "google-protobuf/google/protobuf/struct_pb.js";

/** The messages must come from the very copy of the library that Pulumi's generated code was made for. */
const beside = createRequire(import.meta.resolve("@pulumi/pulumi/package.json"));
export const structs = beside("google-protobuf/google/protobuf/struct_pb.js") as typeof structMessages;
export const empties = beside("google-protobuf/google/protobuf/empty_pb.js") as typeof emptyMessages;
export const anys = beside("google-protobuf/google/protobuf/any_pb.js") as typeof anyMessages;

/** The answer of a call that has none. */
export const empty = (): emptyMessages.Empty => new empties.Empty();
