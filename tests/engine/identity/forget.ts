import { isDeepStrictEqual } from "node:util";
import type { Raw } from "../support/hub.ts";
import { forgetNames, type Names } from "./environment.ts";
import { madeUpNames } from "./madeUp.ts";
import { patchBetween, patched } from "./mergePatch.ts";
import type { Recorded, RecordedResource } from "./record.ts";
import { openSecrets } from "./secrets.ts";
import {
  type Deployment,
  isList,
  isProperties,
  mapTexts,
  optionsOf,
  type Properties,
  type StateResource,
  type Value,
} from "./state.ts";

/** What says when and where something is, which no update asks for. */
const untold = new Set([
  "availabilityZoneId",
  "createDate",
  "creationTime",
  "creationTimestamp",
  "generation",
  "ipAddress",
  "managedFields",
  "resourceVersion",
  "uniqueId",
]);

/** The stack is a resource too, called after its project and itself. */
const ofTheStack = /^(pulumi:pulumi:Stack::jupyterhub-efs-).*/;

/** A stack's state as a record has it. */
export function forget(settings: Raw, exported: Deployment, names: Names): Recorded {
  const { version, features = [], deployment } = exported;
  const short = (text: string): string =>
    forgetNames(text.replace(/^urn:pulumi:[^:]+::[^:]+::/, "").replace(ofTheStack, "$1{stack}"), names);
  const resources = (deployment.resources ?? []).map(asked);
  const open = openSecrets(resources as unknown as Value);
  const nameless = mapTexts(open, short) as unknown as StateResource[];
  const madeUp = madeUpNames(nameless);
  const entries = nameless.map((resource) => {
    const { urn, ...said } = mapTexts(resource as unknown as Value, madeUp) as unknown as StateResource;
    return [urn, recorded({ urn, ...said })] as const;
  });
  return {
    settings: mapTexts(settings as Value, short) as Raw,
    version,
    features: [...features].sort(),
    resources: Object.fromEntries(entries),
  };
}

/** Only what an update asks a resource for: a component's outputs are made anew each time, what is read is read anew. */
function asked(resource: StateResource): StateResource {
  const { urn, type, custom, id, external, parent, provider, inputs, outputs } = resource;
  const kept = custom && external !== true && outputs !== undefined;
  return {
    urn,
    type,
    custom,
    ...(id !== undefined && { id }),
    ...(external !== undefined && { external }),
    ...(parent !== undefined && { parent }),
    ...(provider !== undefined && { provider }),
    ...(inputs !== undefined && { inputs }),
    ...(kept && { outputs: told(withoutStatus(outputs)) as Properties }),
    ...optionsOf(resource),
  };
}

/** What an object of Kubernetes is doing at the moment: nothing is decided by it. */
const withoutStatus = ({ status, ...outputs }: Properties): Properties =>
  outputs.kind === undefined && status !== undefined ? { ...outputs, status } : outputs;

function told(value: Value): Value {
  if (isList(value)) return value.map(told);
  if (!isProperties(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !untold.has(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, told(inner)]));
}

function recorded({ urn, type: _, custom: __, provider, outputs, ...said }: StateResource): RecordedResource {
  const made = outputs && madeBeside(urn, said.inputs ?? {}, outputs);
  return {
    ...said,
    // Behind the provider's URN stands its id.
    ...(provider !== undefined && { provider: provider.slice(0, provider.lastIndexOf("::")) }),
    ...(made && Object.keys(made).length > 0 && { made }),
  };
}

function madeBeside(urn: string, inputs: Properties, outputs: Properties): Properties {
  const given = withoutNotes(inputs);
  const made = patchBetween(given, outputs);
  if (isDeepStrictEqual(patched(given, made), outputs)) return made;
  throw new Error(`${urn}: an output is null, which a merge patch of the inputs cannot say`);
}

/** Inputs without what the SDK and the provider note beside them, which is in no output. */
export const withoutNotes = (inputs: Properties): Properties =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__")));
