import { missing, violations } from "../engine/declarations/conform.ts";
import type { Declaration } from "../engine/declarations/shape.ts";
import { InitializationFailed, messageOf } from "../engine/errors.ts";
import type { Context, Last, ResourceType } from "../engine/resourceType.ts";
import { type Properties, withoutAbsent } from "../engine/values.ts";
import { apiError } from "./apiError.ts";
import type { AnyAwsType, InCloud } from "./awsType.ts";
import { Call } from "./call.ts";
import { checked } from "./check.ts";
import { awsDifference } from "./differences.ts";
import { awsPreview, projected } from "./projection.ts";
import type { Session } from "./session.ts";
import { tagChange, type Tags } from "./tags.ts";

/** Makes a resource type for the engine of an AWS type, its declaration and a configured session. */
export function awsResource(type: AnyAwsType, declaration: Declaration, session: Session): ResourceType {
  const { title } = type;
  const callFor = (context: Context, inputs: Properties, outputs: Properties = {}): Call => {
    const region = inputs.region ?? outputs.region;
    return new Call(session, context, typeof region === "string" ? region : undefined, inputs.tags);
  };
  /** A state that breaks the SDK's declaration is the stand-in's own fault, and must not pass for an answer. */
  const conforming = ({ state }: InCloud<unknown>, id: string): Properties => {
    const outputs = withoutAbsent<Properties>(state as Properties);
    // A nested block that the service does not have is left out, whatever the declaration says of its parts.
    const fault = violations(outputs, declaration.outputs, declaration.types).find(
      ({ property, reason }) => reason !== missing || !property.includes("."),
    );
    if (fault === undefined) return outputs;
    throw new Error(
      `the local stand-in answers wrongly for ${title} (${id}): "${fault.property}" ${fault.reason}`,
    );
  };
  const present = async (id: string, call: Call, last: Properties): Promise<Properties> => {
    const found = await type.find(id, call, last);
    if (found === undefined) throw new Error(`reading ${title} (${id}): couldn't find resource`);
    return conforming(found, id);
  };
  /** Whatever failed, the thing may have changed: the state shows it as it is now, as far as it can be read. */
  const halfDone = async (id: string, call: Call, fallback: Properties, error: Error): Promise<never> => {
    const outputs = await present(id, call, fallback).catch(() => fallback);
    throw new InitializationFailed(id, outputs, [error.message]);
  };

  return {
    check: (request) => checked(type, declaration, request),
    diff: (request) => awsDifference(type, request, session.config),
    preview: (inputs, last) => awsPreview(type, declaration, inputs, last, session.config),
    async create(inputs, context) {
      const call = callFor(context, inputs);
      const asked = { region: call.region, ...inputs };
      try {
        const id = await type.create(inputs as never, call);
        call.made(id);
        return { id, outputs: await present(id, call, asked) };
      } catch (error) {
        const failure = apiError(`creating ${title}`, error);
        if (call.madeId === undefined) throw failure;
        return await halfDone(call.madeId, call, asked, failure);
      }
    },
    async read(id, last: Last, context) {
      const call = callFor(context, last.inputs, last.outputs);
      const found = await type.find(id, call, last.outputs).catch((error: unknown) => {
        throw apiError(`reading ${title} (${id})`, error);
      });
      if (found === undefined) return undefined;
      const outputs = conforming(found, id);
      return { id: found.id ?? id, outputs, inputs: projected(type, declaration, outputs, last) };
    },
    async update(id, last: Last, news, context) {
      const call = callFor(context, news, last.outputs);
      const tags = tagChange((last.outputs.tagsAll ?? {}) as Tags, call.tags);
      const change = { olds: last.inputs as never, news: news as never, state: last.outputs, tags };
      try {
        await type.update?.(id, change, call);
        // What the API does not tell back is now as it was asked for.
        return await present(id, call, { ...last.outputs, ...news });
      } catch (error) {
        return await halfDone(id, call, last.outputs, apiError(`updating ${title} (${id})`, error));
      }
    },
    async delete(id, last: Last, context) {
      const call = callFor(context, last.inputs, last.outputs);
      await type.delete(id, last.outputs, call).catch((error: unknown) => {
        throw new Error(messageOf(apiError(`deleting ${title} (${id})`, error)), { cause: error });
      });
    },
  };
}
