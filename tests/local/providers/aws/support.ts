import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnyAwsType } from "../../../../local/providers/aws/awsType.ts";
import { typeOf } from "../../../../local/providers/aws/catalogue.ts";
import { awsDifference, type ProviderDefaults } from "../../../../local/providers/aws/differences.ts";
import { Declarations } from "../../../../local/providers/engine/declarations/declarations.ts";
import { replaces } from "../../../../local/providers/engine/diff.ts";
import type { Properties } from "../../../../local/providers/engine/values.ts";

const cache = mkdtempSync(join(tmpdir(), "aws-declarations-"));
process.on("exit", () => {
  rmSync(cache, { recursive: true });
});

/** What the SDK declares, read once for all tests. */
export const declarations = new Declarations("@pulumi/aws", cache);

/** The type of a module, which has to be there. */
export async function typeAt(module: string): Promise<AnyAwsType> {
  const type = await typeOf(module);
  if (type === undefined) throw new Error(`no type in the catalogue for ${module}`);
  return type;
}

const provider: ProviderDefaults = { region: "us-east-1", defaultTags: {} };

/** What a change of inputs comes to, in a word. */
export function outcome(
  type: AnyAwsType,
  olds: Properties,
  news: Properties,
  outputs: Properties = {},
): string {
  const request = { urn: "u", type: "t", name: "n", id: "1", oldInputs: olds, oldOutputs: outputs, news };
  const diff = awsDifference(type, request, provider);
  if (diff.changes.length === 0) return "nothing";
  if (!replaces(diff)) return "update";
  return diff.deleteBeforeReplace === true ? "replace, delete first" : "replace";
}
