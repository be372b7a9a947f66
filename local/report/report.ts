import { execa } from "execa";
import type { Environment } from "../environment.ts";
import { Failure } from "../failure.ts";
import { repository } from "../state/paths.ts";
import { inReleases, madeBy, readDeployment, type StateResource, stackOutputs } from "./deployment.ts";
import { table } from "./table.ts";

/** Tells what a deployment made: resources, outputs, and what of it is simulated. */
export async function report(environment: Environment): Promise<string> {
  const { env } = environment;
  const result = await execa("pulumi", ["stack", "export"], {
    env,
    extendEnv: false,
    cwd: repository,
    reject: false,
  });
  if (result.exitCode !== 0) throw new Failure(`Pulumi could not read the stack: ${result.stderr}`);
  return reportOf(readDeployment(result.stdout), environment);
}

/** The report's text. */
export function reportOf(
  resources: readonly StateResource[],
  { providers }: Pick<Environment, "providers">,
): string {
  const heading = (what: string): string[] => [what, "name in the program", "id"];
  const released = inReleases(resources);
  return [
    table(heading("AWS"), madeBy("aws", resources)),
    table(heading("Kubernetes"), madeBy("kubernetes", resources)),
    ...(released.length === 0 ? [] : [table(["made by Helm", "names", "by"], released)]),
    table(["output", "value"], stackOutputs(resources)),
    simulated(providers),
    lookAround,
  ].join("\n\n");
}

function simulated({ aws, kubernetes }: Environment["providers"]): string {
  const provider = (kind: "stand-in" | "official"): string =>
    kind === "official" ? "the official one" : "a stand-in of this project";
  return `What is real here, and what is simulated
  real       the Pulumi engine and this program; etcd, the Kubernetes API server, its controllers and scheduler; Helm
  simulated  AWS (moto: its answers, without anything behind them), the nodes and pods (kwok: nothing runs in them),
             the load balancer's address, block storage volumes, and the charts of JupyterHub and the EFS driver
             (small ones of this project that take the same values, unless the stack file names others)
  providers  aws: ${provider(aws)}; kubernetes: ${provider(kubernetes)}
  So nobody can sign in here and no file is stored: it shows what is deployed, not what users do with it.`;
}

const lookAround = `Look around
  npm run -s local -- exec kubectl get pods,pvc,services -A
  npm run -s local -- exec pulumi stack output
  npm run local -- down                 ends everything and removes its files`;
