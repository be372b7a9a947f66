import path from "node:path";
import { fileURLToPath } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type { ReleasePlan } from "../plan/plan.ts";

/**
 * Where a chart of this package is, for a release: relative to the program's folder, so that two machines say the same. The
 * engine's plugins run in that folder too, but not in the one of a program that was given to the Automation API as a function.
 */
export function ownChart({ chart: { chart: name } }: ReleasePlan): ReleasePlan["chart"] {
  const folder = fileURLToPath(new URL(`../charts/${name}`, import.meta.url));
  const isInFolder = path.isAbsolute(pulumi.getRootDirectory());
  return { chart: isInFolder ? `./${path.relative(process.cwd(), folder)}` : folder };
}
