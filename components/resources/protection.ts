import type * as pulumi from "@pulumi/pulumi";
import { DataProtection } from "../settings/choices.ts";

/** The part of a resource's options that decides whether it can be lost. */
export type ProtectionOptions = Pick<pulumi.CustomResourceOptions, "protect" | "retainOnDelete">;

/**
 * For what holds data. Protected, the engine refuses to delete or replace it; retained, it leaves the state and stays.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/protect/
 */
export const holdsData = (protection: DataProtection): ProtectionOptions => ({
  protect: protection === DataProtection.Protect,
  retainOnDelete: protection === DataProtection.Retain,
});

/** For a way to data, that can be made anew and loses nothing: protected unless `mayBeRemade`, never retained. */
export const leadsToData = (protection: DataProtection, mayBeRemade: boolean): ProtectionOptions => ({
  protect: protection === DataProtection.Protect && !mayBeRemade,
});
