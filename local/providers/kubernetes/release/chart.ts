import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parse } from "yaml";
import { isProperties, type Properties } from "../../engine/values.ts";
import type { Kubeconfig } from "../cluster/kubeconfig.ts";
import { textAt } from "../cluster/manifest.ts";
import { chartArguments } from "./arguments.ts";
import { runHelm } from "./helm.ts";

const versionIn = (text: string): string => {
  const metadata: unknown = parse(text);
  const version = isProperties(metadata) ? textAt(metadata, "version") : undefined;
  if (version === undefined) throw new Error("Chart.yaml has no version");
  return version;
};

/**
 * The version of the chart that the inputs lead to: what a chart folder says, or what a repository has for the wish.
 * @throws when there is no such chart
 */
export async function chartVersion(inputs: Properties, kubeconfig: Kubeconfig): Promise<string> {
  const chart = textAt(inputs, "chart") ?? "";
  const local = textAt(inputs, "repositoryOpts", "repo") === undefined;
  const file = join(chart, "Chart.yaml");
  if (local && existsSync(file)) return versionIn(readFileSync(file, "utf8"));
  if (local && !existsSync(chart) && (isAbsolute(chart) || chart.startsWith(".")))
    throw new Error(`path "${chart}" not found`);
  if (local && existsSync(chart) && statSync(chart).isDirectory())
    throw new Error(`"${chart}" has no Chart.yaml`);
  return versionIn(
    await runHelm({ arguments: ["show", "chart", ...chartArguments(inputs)], kubeconfig, inputs }),
  );
}
