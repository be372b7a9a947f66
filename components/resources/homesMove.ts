import * as pulumi from "@pulumi/pulumi";
import { refusedMoves } from "../plan/moves.ts";
import { isOpaque } from "../settings/secret.ts";
import { type RecordInputs, type StackRecord, toldOf } from "../plan/record.ts";
import type { MovedFrom } from "../settings/settings.ts";

/**
 * Refuses, at the component whose inputs are the stack's record, an update that would take homes from their users.
 * The component comes before everything that is in it, so nothing was changed by then; a preview says the same.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/hooks/
 */
export function refusesMoves(name: string, movedFrom: MovedFrom): pulumi.ComponentResourceOptions {
  // Without an engine there are Pulumi's mocks, which take no hooks, and have no last update.
  if (pulumi.runtime.getEngine() === undefined) return {};
  const hook = new pulumi.ResourceHook(
    `${name} keeps its homes`,
    ({ oldInputs, newInputs }) => {
      // A stack of a release that kept no record has nothing to compare with.
      if (oldInputs?.homes === undefined || newInputs === undefined) return;
      const refused = refusedMoves(told(oldInputs as StackRecord), told(newInputs as StackRecord), movedFrom);
      if (refused !== undefined) throw new Error(refused);
    },
    { onDryRun: true },
  );
  return { hooks: { beforeUpdate: [hook] } };
}

const told = (record: StackRecord): StackRecord => ({ ...record, homes: toldOf(record.homes) });

/**
 * The record as a component's inputs. Of what only the update tells, the engine puts the value into the state, and hands it to
 * the hook. A secret is left out: the engine would make one of the whole record, which nobody could compare then.
 */
export const recordInputs = ({ homes, ...rest }: RecordInputs): pulumi.Inputs => ({
  ...rest,
  homes: Object.fromEntries(
    Object.entries(homes).map(([path, value]) => [path, isOpaque(value) ? unlessSecret(value) : value]),
  ),
});

async function unlessSecret(value: pulumi.Input<unknown>): Promise<pulumi.Output<unknown> | undefined> {
  const output = pulumi.output(value);
  return (await pulumi.isSecret(output)) ? undefined : output;
}
