import * as pulumi from "@pulumi/pulumi";

/**
 * What people read when a destroy is refused: the engine names the resource that holds it back, and nothing else can
 * be told there. It is in the URN, so it never changes.
 */
const LETTING_GO =
  "homes are protected: set dataProtection to retain or delete, run pulumi up, then pulumi destroy";

/** The name of what a destroy meets first. */
export const guardName = (name: string): string => `${name}: ${LETTING_GO}`;

/**
 * Depends on everything, so a destroy meets it first: while it is protected, the engine deletes nothing that it
 * depends on, with a preview or without, whoever asks. It is nothing by itself, and costs nothing.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/protect/
 */
export class DestroyGuard extends pulumi.ComponentResource {
  public constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:DestroyGuard", guardName(name), {}, opts);
    this.registerOutputs({});
  }
}
