import { type Handlers, respond, toDiffResponse, toFailures } from "./handlers.ts";
import type { Engine } from "./engine.ts";
import { InitializationFailed } from "./errors.ts";
import { empty, fromStruct, messages, toStruct } from "./protocol.ts";
import type { Provider } from "./provider.ts";
import type { CheckRequest, Context, ResourceType, Subject } from "./resourceType.ts";
import { difference, previewed } from "./rules.ts";

interface SubjectMessage {
  getUrn(): string;
  getType(): string;
  getName(): string;
}

/** Older engines send the URN alone; its last two parts are the type and the name. */
function subjectOf(request: SubjectMessage): Subject {
  const urn = request.getUrn();
  const [, , types = "", ...names] = urn.split("::");
  return {
    urn,
    type: request.getType() || (types.split("$").at(-1) ?? ""),
    name: request.getName() || names.join("::"),
  };
}

type AutonamingMessage = InstanceType<typeof messages.CheckRequest.AutonamingOptions>;

function autonamingOf(message: AutonamingMessage | undefined): Pick<CheckRequest, "autonaming"> {
  if (message === undefined) return {};
  const mode = (["propose", "enforce", "disable"] as const)[message.getMode()];
  return { autonaming: { proposedName: message.getProposedName(), mode } };
}

/** The calls about resources: one life from check to delete. */
export function lifecycleHandlers(
  provider: Provider,
  engine: Engine | undefined,
  signal: AbortSignal,
): Pick<Handlers, "check" | "diff" | "create" | "read" | "update" | "delete"> {
  const typeOf = async ({ type }: Subject, method: string): Promise<ResourceType> => {
    const found = await provider.resource(type);
    if (found === undefined) {
      throw new Error(
        `unrecognized resource type (${method}): ${type}: the local stand-in for ${provider.name} has no such type`,
      );
    }
    return found;
  };
  const contextOf = (subject: Subject, timeout: number): Context => ({
    ...subject,
    ...(timeout > 0 && { timeoutSeconds: timeout }),
    signal,
    log: (severity, message) => engine?.log(subject.urn, severity, message) ?? Promise.resolve(),
  });

  return {
    check: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Check");
      const [news, olds] = [fromStruct(request.getNews()), fromStruct(request.getOlds())];
      const known = Object.keys(olds).length > 0;
      const randomSeed = request.getRandomseed_asU8();
      const asked = {
        ...subject,
        news,
        randomSeed,
        ...(known && { olds }),
        ...autonamingOf(request.getAutonaming()),
      };
      const result = (await type.check?.(asked)) ?? { inputs: news };
      const response = new messages.CheckResponse();
      response.setInputs(toStruct(result.inputs));
      response.setFailuresList(toFailures(result.failures ?? []));
      return response;
    }),
    diff: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Diff");
      const [oldInputs, oldOutputs] = [fromStruct(request.getOldInputs()), fromStruct(request.getOlds())];
      const asked = {
        ...subject,
        id: request.getId(),
        oldInputs,
        oldOutputs,
        news: fromStruct(request.getNews()),
      };
      return toDiffResponse(await difference(type, asked));
    }),
    create: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Create");
      const inputs = fromStruct(request.getProperties());
      const response = new messages.CreateResponse();
      if (request.getPreview()) {
        response.setProperties(toStruct(await previewed(type, inputs)));
        return response;
      }
      const { id, outputs } = await keepingInputs(inputs, () =>
        type.create(inputs, contextOf(subject, request.getTimeout())),
      );
      response.setId(id);
      response.setProperties(toStruct(outputs));
      return response;
    }),
    read: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Read");
      const last = { inputs: fromStruct(request.getInputs()), outputs: fromStruct(request.getProperties()) };
      const found = await type.read(request.getId(), last, contextOf(subject, request.getTimeout()));
      const response = new messages.ReadResponse();
      if (found === undefined) return response;
      response.setId(found.id);
      response.setProperties(toStruct(found.outputs));
      response.setInputs(toStruct(found.inputs));
      return response;
    }),
    update: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Update");
      const news = fromStruct(request.getNews());
      const last = { inputs: fromStruct(request.getOldInputs()), outputs: fromStruct(request.getOlds()) };
      const context = contextOf(subject, request.getTimeout());
      const update = type.update?.bind(type);
      if (update === undefined) throw new Error(`${subject.type} has no update: every change replaces it`);
      const response = new messages.UpdateResponse();
      const outputs = request.getPreview()
        ? await previewed(type, news, last)
        : await keepingInputs(news, () => update(request.getId(), last, news, context));
      response.setProperties(toStruct(outputs));
      return response;
    }),
    delete: respond(async (request) => {
      const subject = subjectOf(request);
      const type = await typeOf(subject, "Delete");
      const last = {
        inputs: fromStruct(request.getOldInputs()),
        outputs: fromStruct(request.getProperties()),
      };
      await type.delete(request.getId(), last, contextOf(subject, request.getTimeout()));
      return empty();
    }),
  };
}

/** A half-made resource goes into the state with the inputs that were tried, unless the type knows better. */
async function keepingInputs<T>(inputs: CheckRequest["news"], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InitializationFailed) || error.inputs !== undefined) throw error;
    throw new InitializationFailed(error.id, error.outputs, error.reasons, inputs);
  }
}
