import { at } from "../cluster/manifest.ts";
import { condition } from "./workloads.ts";
import { type Look, unless } from "./readiness.ts";

/**
 * What the annotation `pulumi.com/waitFor` says: `condition=Ready`, `condition=Ready=False`, `jsonpath={.status.phase}=Bound`,
 * `jsonpath={.status.address}`. Of JSONPath only plain names are understood.
 */
export function waitForExpression(expression: string): Look {
  const [, type, wanted = "True"] = /^condition=([^=]+)(?:=(.*))?$/.exec(expression) ?? [];
  if (type !== undefined) {
    return (live) => {
      const { status } = condition(live, type);
      return unless(
        status.toLowerCase() === wanted.toLowerCase(),
        `condition ${type} is ${status}, awaited is ${wanted}`,
      );
    };
  }
  const [, path, value] = /^jsonpath=\{((?:\.[\w-]+)+)\}(?:=(.*))?$/.exec(expression) ?? [];
  if (path !== undefined) {
    return (live) => {
      const found = at(live, ...path.slice(1).split("."));
      const shown = found === undefined ? "absent" : JSON.stringify(found);
      const ready =
        value === undefined ? found !== undefined : shown === value || shown === JSON.stringify(value);
      return unless(ready, `${path} is ${shown}${value === undefined ? "" : `, awaited is ${value}`}`);
    };
  }
  throw new Error(
    `expected a "jsonpath=" or "condition=" prefix, got "${expression}"; the local stand-in understands ` +
      "condition=Type, condition=Type=Status, jsonpath={.plain.names} and jsonpath={.plain.names}=value",
  );
}
