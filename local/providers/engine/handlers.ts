import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { type Diff, type Change, replaces, rootOf } from "./diff.ts";
import { toServiceError } from "./errors.ts";
import { messages } from "./protocol.ts";
import type { Failure } from "./resourceType.ts";
import { unary } from "./unary.ts";

/** The calls that a provider answers; those that it leaves out are answered with "unimplemented". */
export type Handlers = IResourceProviderServer;

/** Makes a gRPC handler of a function: its answer is the response, what it throws the error. */
export const respond = unary(toServiceError);

/** Reasons against some inputs, as the protocol has them. */
export const toFailures = (failures: readonly Failure[]) =>
  failures.map(({ property, reason }) => {
    const failure = new messages.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });

const kinds = messages.PropertyDiff.Kind;
const kindOf = ({ kind, replace }: Change) =>
  ({
    add: replace ? kinds.ADD_REPLACE : kinds.ADD,
    delete: replace ? kinds.DELETE_REPLACE : kinds.DELETE,
    update: replace ? kinds.UPDATE_REPLACE : kinds.UPDATE,
  })[kind];

const unique = (paths: readonly string[]): string[] => [...new Set(paths)];

/** A difference, as the protocol has it: in short and in detail. */
export function toDiffResponse(diff: Diff): InstanceType<typeof messages.DiffResponse> {
  const { changes } = diff;
  const response = new messages.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  response.setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME);
  response.setDiffsList(unique(changes.map((change) => rootOf(change.path))));
  response.setReplacesList(
    unique(changes.filter((change) => change.replace).map((change) => rootOf(change.path))),
  );
  response.setDeletebeforereplace(replaces(diff) && diff.deleteBeforeReplace === true);
  response.setHasdetaileddiff(true);
  for (const change of changes) {
    const detail = new messages.PropertyDiff();
    detail.setKind(kindOf(change));
    detail.setInputdiff(true);
    response.getDetaileddiffMap().set(change.path, detail);
  }
  return response;
}
