import { z } from "zod";
import { UsageError } from "../arguments.ts";

const resource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  parent: z.string().default(""),
  provider: z.string().default(""),
  inputs: z.record(z.string(), z.unknown()).default({}),
});

/** A resource as the engine's state has it. https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_export/ */
export type Recorded = z.infer<typeof resource>;

/** What is in the state, and what was being made when the engine was killed. */
export interface Exported {
  readonly recorded: readonly Recorded[];
  readonly cut: readonly Recorded[];
}

const schema = z.object({
  deployment: z.object({
    resources: z.array(resource).nullish(),
    pending_operations: z.array(z.object({ type: z.string(), resource })).nullish(),
  }),
});

/** Reads what `pulumi stack export` printed. */
export function parseExport(text: string): Exported {
  const { data } = schema.safeParse(json(text));
  if (data === undefined)
    throw new UsageError("that is no state of a stack: give it what `pulumi stack export` prints");
  const { resources, pending_operations: pending } = data.deployment;
  return {
    recorded: resources ?? [],
    cut: (pending ?? []).filter(({ type }) => type === "creating").map(({ resource: made }) => made),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
