import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Manifest } from "../plan/plan.ts";

/**
 * A hub's namespace. Its deletion is what ends the servers of users, and deletes the claims in it: of users' homes, and
 * of the hub's database.
 */
export const makeNamespace = (
  name: string,
  manifest: Manifest,
  opts: pulumi.CustomResourceOptions,
): Namespace => new Namespace(name, { metadata: manifest.metadata }, opts);
