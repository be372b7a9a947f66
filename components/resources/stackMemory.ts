import * as pulumi from "@pulumi/pulumi";
import type { RecordInputs } from "../plan/record.ts";
import { DataProtection } from "../settings/choices.ts";
import type { MovedFrom } from "../settings/settings.ts";
import { guardName } from "./destroyGuard.ts";
import { recordInputs, refusesMoves } from "./homesMove.ts";

/**
 * What the homes of the program's stack rest on, remembered before anything else. The whole has it too, but comes after the
 * provider of its cluster, which another region's cluster would already have replaced in the state by then: an update that
 * is refused there could not be taken back. Nothing can depend on it, so a destroy meets it with the guard: it is as protected,
 * and as telling.
 * https://www.pulumi.com/docs/iac/concepts/resources/providers/
 */
export class StackMemory extends pulumi.ComponentResource {
  public constructor(name: string, record: RecordInputs, movedFrom: MovedFrom) {
    super("jupyterhub-efs:index:StackMemory", guardName(name), recordInputs(record), {
      ...refusesMoves("the stack", movedFrom),
      protect: record.dataProtection === DataProtection.Protect,
    });
    this.registerOutputs({});
  }
}
