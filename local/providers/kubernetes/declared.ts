import { violations } from "../engine/declarations/conform.ts";
import type { Declarations } from "../engine/declarations/declarations.ts";
import type { Declaration } from "../engine/declarations/shape.ts";
import type { CheckRequest, CheckResult, ResourceType } from "../engine/resourceType.ts";

/** The SDK's module behind a token: `kubernetes:storage.k8s.io/v1:CSIDriver` is `storage/v1/csidriver`. */
export function moduleOf(token: string): string | undefined {
  const { group, version, kind } =
    /^kubernetes:(?<group>[^./:]+)[^/:]*\/(?<version>[^/:]+):(?<kind>\w+)$/.exec(token)?.groups ?? {};
  if (group === undefined || version === undefined || kind === undefined) return undefined;
  return `${group}/${version}/${kind.replace(/^[A-Z]+/, (capitals) => capitals.toLowerCase())}`;
}

/** What the SDK declares of a token; undefined for a kind that it does not have, as that of a custom resource. */
export async function declarationOf(
  declarations: Declarations,
  token: string,
): Promise<Declaration | undefined> {
  const module = moduleOf(token);
  if (module === undefined) return undefined;
  try {
    return await declarations.of(module);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A type that also refuses what the SDK's own declaration has no place for. */
export function declared(type: ResourceType, declaration: Declaration | undefined): ResourceType {
  if (declaration === undefined) return type;
  const check = type.check?.bind(type);
  type.check = async (request: CheckRequest): Promise<CheckResult> => {
    const misfits = violations(request.news, declaration.inputs, declaration.types);
    if (misfits.length > 0) return { inputs: request.news, failures: misfits };
    return check === undefined ? { inputs: request.news } : check(request);
  };
  return type;
}
