import type { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import type * as pulumi from "@pulumi/pulumi";
import type { DataProtection } from "../settings/choices.ts";

/** A file system that copies are made of. */
export interface Copied {
  /** The component that it is a part of. */
  readonly parent: pulumi.ComponentResource;
  readonly fileSystem: FileSystem;
  readonly dataProtection: DataProtection;
}
