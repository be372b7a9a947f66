import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import { messageOf } from "./messageOf.ts";
import { messages, packed, toStruct } from "./protocol.ts";
import type { Properties } from "./values.ts";

export { messageOf };

/** The resource exists, but not as it should: it stays in the state, and the next update goes on from there. */
export class InitializationFailed extends Error {
  override readonly name = "InitializationFailed";
  readonly id: string;
  readonly outputs: Properties;
  readonly reasons: readonly string[];
  /** The inputs that it has now, when they are not those that were asked for. */
  readonly inputs: Properties | undefined;

  constructor(id: string, outputs: Properties, reasons: readonly string[], inputs?: Properties) {
    super(reasons.join("\n"));
    this.id = id;
    this.outputs = outputs;
    this.reasons = reasons;
    this.inputs = inputs;
  }
}

/** An error as the protocol carries it. */
export function toServiceError(error: unknown, inputs: Properties = {}): Partial<ServiceError> {
  const details = messageOf(error);
  if (!(error instanceof InitializationFailed)) return { code: status.UNKNOWN, details };
  const failure = new messages.ErrorResourceInitFailed();
  failure.setId(error.id);
  failure.setProperties(toStruct(error.outputs));
  failure.setInputs(toStruct(error.inputs ?? inputs));
  failure.setReasonsList([...error.reasons]);
  const outcome = new statusMessages.Status();
  outcome.setCode(status.UNKNOWN);
  outcome.setMessage(details);
  outcome.addDetails(packed(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed"));
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(outcome.serializeBinary()));
  return { code: status.UNKNOWN, details, metadata };
}
