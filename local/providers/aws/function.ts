import { violations } from "../engine/declarations/conform.ts";
import type { Declaration, Members, Shape } from "../engine/declarations/shape.ts";
import type { FunctionType } from "../engine/resourceType.ts";
import { type Properties, type Value, withoutAbsent } from "../engine/values.ts";
import { apiError } from "./apiError.ts";
import { Call } from "./call.ts";
import { FindFault } from "./findFault.ts";
import type { Session } from "./session.ts";

/** One data source: its arguments and the parts of its result that the stand-in knows. */
export interface AwsFunction<Args, Result> {
  /** What error messages call it: `EKS Cluster`. */
  readonly title: string;
  /** What they call it when its arguments say which one: `Backup Vault (homes)`. */
  subject?(args: Args): string;
  read(args: Args, call: Call): Promise<Partial<Result>>;
}

/** A data source of any arguments and result: what the catalogue holds. */
export type AnyAwsFunction = AwsFunction<never, unknown>;

/** Terraform gives what nobody set its type's zero value, and so do the results of the bridged functions. */
function zero({ kind }: Shape): Value {
  switch (kind) {
    case "string":
    case "literal":
      return "";
    case "number":
      return 0;
    case "boolean":
      return false;
    case "list":
      return [];
    case "map":
    case "object":
    case "any":
    case "union":
      return {};
  }
}

const zeros = (members: Members): Properties => {
  const required = Object.entries(members).filter(([, { optional }]) => !optional);
  return Object.fromEntries(required.map(([name, { shape }]) => [name, zero(shape)]));
};

/** Makes a function for the engine of an AWS function, its declaration and a configured session. */
export function awsFunction(type: AnyAwsFunction, declaration: Declaration, session: Session): FunctionType {
  return async (args, context) => {
    const subject = type.subject?.(args as never) ?? type.title;
    const [misfit] = violations(args, declaration.inputs, declaration.types);
    if (misfit !== undefined) throw new Error(`reading ${subject}: "${misfit.property}" ${misfit.reason}`);
    const call = new Call(session, context, typeof args.region === "string" ? args.region : undefined);
    const read = await (type.read(args as never, call) as Promise<Properties>).catch((error: unknown) => {
      throw error instanceof FindFault ? error : apiError(`reading ${subject}`, error);
    });
    const region = "region" in declaration.outputs ? { region: call.region } : {};
    const result = withoutAbsent({
      ...zeros(declaration.outputs),
      ...region,
      ...withoutAbsent(read),
    }) as Properties;
    const [fault] = violations(result, declaration.outputs, declaration.types);
    if (fault === undefined) return result;
    throw new Error(
      `the local stand-in answers wrongly for ${type.title}: "${fault.property}" ${fault.reason}`,
    );
  };
}
