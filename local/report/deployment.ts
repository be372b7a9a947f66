import { z } from "zod";

/** How the engine marks a secret in an exported state. */
const secretMark = "4dabf18193072939515e22adb298388d";

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean().default(false),
  id: z.string().default(""),
  outputs: z.record(z.string(), z.unknown()).default({}),
});

const schema = z.object({ deployment: z.object({ resources: z.array(resource).nullish() }) });

/** One resource of a stack's state. */
export type StateResource = z.infer<typeof resource>;

/** The resources in what `pulumi stack export` prints. */
export function readDeployment(text: string): StateResource[] {
  return schema.parse(JSON.parse(text)).deployment.resources ?? [];
}

/** The stack's outputs, in the program's order; secrets are shown as such. */
export function stackOutputs(resources: readonly StateResource[]): [name: string, text: string][] {
  const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  return Object.entries(stack?.outputs ?? {}).flatMap(([name, value]) => leaves(name, value));
}

/** An object as one row for each value in it, named by the path to it. */
function leaves(name: string, value: unknown): [name: string, text: string][] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isSecret(value)) {
    return [[name, shown(value)]];
  }
  return Object.entries(value).flatMap(([key, part]) => leaves(`${name}.${key}`, part));
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (isSecret(value)) return "[secret]";
  return JSON.stringify(value, (_key, part: unknown) => (isSecret(part) ? "[secret]" : part));
}

function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && secretMark in value;
}

/** A row of the table of what was made: what it is, its name in the program, its id. */
export type Made = readonly [kind: string, name: string, id: string];

/** The resources of one provider that exist in its cloud. */
export function madeBy(provider: string, resources: readonly StateResource[]): Made[] {
  return resources
    .filter(({ custom, type }) => custom && type.startsWith(`${provider}:`))
    .map(({ type, urn, id }): Made => [kindOf(type), urn.split("::").at(-1) ?? "", id])
    .sort((left, right) => (left.join(" ") < right.join(" ") ? -1 : 1));
}

/** `aws:efs/fileSystem:FileSystem` as `efs FileSystem`, `kubernetes:core/v1:Secret` as `Secret`. */
function kindOf(type: string): string {
  const [provider = "", module = "", kind = ""] = type.split(":");
  if (provider !== "aws") return type === "kubernetes:helm.sh/v3:Release" ? "Helm release" : kind;
  return `${module.split("/")[0] ?? ""} ${kind}`;
}

/** What each Helm release put into the cluster: kind and names. */
export function inReleases(resources: readonly StateResource[]): Made[] {
  const rows = resources
    .filter(({ type }) => type === "kubernetes:helm.sh/v3:Release")
    .flatMap(({ id, outputs }) => {
      const names = z.record(z.string(), z.array(z.string())).safeParse(outputs.resourceNames);
      return Object.entries(names.data ?? {}).map(([kind, objects]): Made => [
        kind.split("/")[0] ?? "",
        objects.join(", "),
        `release ${id}`,
      ]);
    });
  return rows;
}
