import { isList, isProperties, type Value } from "./state.ts";

/** The engine's marks of a secret in a state. https://www.pulumi.com/docs/iac/concepts/secrets/ */
const mark = "4dabf18193072939515e22adb298388d";
const isSecret = "1b47061264138c4ac30d75fd1eb44270";
/** What stands for them in a record. */
const shown = "(secret)";

/** A state that was exported with its secrets, with each of them to be read as it is. */
export const openSecrets = (value: Value): Value =>
  changeSecrets(value, ({ [mark]: marked, plaintext }) =>
    marked === isSecret && typeof plaintext === "string"
      ? { [shown]: JSON.parse(plaintext) as Value }
      : undefined,
  );

/** The same to be imported, which encrypts them. */
export const closeSecrets = (value: Value): Value =>
  changeSecrets(value, ({ [shown]: open }) =>
    open === undefined ? undefined : { [mark]: isSecret, plaintext: JSON.stringify(open) },
  );

function changeSecrets(
  value: Value,
  change: (object: Readonly<Record<string, Value>>) => Value | undefined,
): Value {
  if (isList(value)) return value.map((one) => changeSecrets(one, change));
  if (!isProperties(value)) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, changeSecrets(one, change)]);
  return change(value) ?? (Object.fromEntries(inner) as Value);
}
