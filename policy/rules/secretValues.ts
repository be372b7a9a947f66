import { hasChartValues } from "../kubernetes.ts";
import { isSecret } from "../secretNames.ts";

/** What a rule about secrets is given: the same values, in which it can be told what is secret. */
export interface Marked {
  readonly type: string;
  readonly props: unknown;
  /** Whether a value is a secret, or not known yet. */
  readonly isHidden: (value: unknown) => boolean;
}

/** Where a plain secret is, and the object that holds it. */
export interface PlainSecret {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

export const secretValues = {
  name: "secret-values",
  description: "Passwords and tokens in a chart's values are secrets of the stack",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  message: (path: string): string =>
    `"${path}" is a secret in plain: it is readable in the state and in every log. Make it a Pulumi secret, such as \`pulumi config set --secret\`.`,
};

/** Every secret in a chart's values that is not marked as one. */
export function plainSecrets({ type, props, isHidden }: Marked): PlainSecret[] {
  if (!hasChartValues(type) || !isRecord(props)) return [];
  return [...within({ path: "values", holder: props, name: "values" }, ["values"], isHidden)];
}

/** @param called what says of the value what it is: its name; for an item of a list that of the list; for a `value` those beside it */
function* within(
  place: PlainSecret,
  called: readonly string[],
  isHidden: Marked["isHidden"],
): Generator<PlainSecret, void, undefined> {
  const value = own(place.holder, place.name);
  if (isHidden(value)) return;
  if ((typeof value === "string" && value !== "") || typeof value === "number") {
    if (isSecret(called, place.path, String(value))) yield place;
  } else if (Array.isArray(value) || isRecord(value)) {
    const holder = value as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      const next = Array.isArray(value) ? called : name === "value" ? [...called, ...nameIn(holder)] : [name];
      yield* within({ path: `${place.path}.${name}`, holder, name }, next, isHidden);
    }
  }
}

/** What `value` is the value of in `{name: TOKEN, value: …}`; in `TOKEN: {value: …}` it is what holds it that says so. */
const nameIn = (holder: Record<string, unknown>): string[] => {
  const name = own(holder, "name");
  return typeof name === "string" ? [name] : [];
};

const own = (holder: Record<string, unknown>, name: string): unknown =>
  Object.getOwnPropertyDescriptor(holder, name)?.value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
