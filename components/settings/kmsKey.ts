import type { Input } from "@pulumi/pulumi";

/** The region of a key, which only encrypts there; undefined where nobody can look into the ARN yet. */
export const regionOfKey = (arn: Input<string> | undefined): string | undefined =>
  typeof arn === "string" ? arn.split(":")[3] : undefined;
