import * as pulumi from "@pulumi/pulumi";
import type { RecordInputs } from "../plan/record.ts";
import type { MovedFrom } from "../settings/settings.ts";
import { recordInputs, refusesMoves } from "./homesMove.ts";

/**
 * What the homes of the program's stack rest on, remembered before anything else. The whole has it too, but comes after the
 * provider of its cluster, which another region's cluster would already have replaced in the state by then: an update that
 * is refused there could not be taken back. It is nothing by itself, and costs nothing.
 * https://www.pulumi.com/docs/iac/concepts/resources/providers/
 */
export class StackMemory extends pulumi.ComponentResource {
  public constructor(name: string, record: RecordInputs, movedFrom: MovedFrom) {
    super(
      "jupyterhub-efs:index:StackMemory",
      name,
      recordInputs(record),
      refusesMoves("the stack", movedFrom),
    );
    this.registerOutputs({});
  }
}
