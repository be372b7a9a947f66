import path from "node:path";
import { region } from "../cluster/nodes.ts";
import { repository, type StatePaths } from "../state/paths.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Settings of the caller's own tools: inside, they would point at real clouds and clusters. */
const foreign = /^(AWS_|PULUMI_|KUBE|HELM_|LOCAL_KUBERNETES_)/;
/** What the AWS SDKs need of the caller's, whatever they talk to. */
const kept = new Set(["AWS_CA_BUNDLE"]);

/** The password of local stacks. It guards nothing: everything in them is simulated. */
export const passphrase = "local";

/** The one stack of the local environment. */
export const stackName = "local";

/** The caller's variables without everything that could reach a real cloud or cluster. */
export function harmless(caller: Variables): Record<string, string> {
  const entries = Object.entries(caller).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (kept.has(entry[0]) || !foreign.test(entry[0])),
  );
  const variables = Object.fromEntries(entries);
  // A proxy must not get the calls to the servers on this machine.
  for (const name of ["NO_PROXY", "no_proxy"]) {
    variables[name] = [variables[name], "127.0.0.1", "localhost"]
      .filter((part) => part !== undefined && part !== "")
      .join(",");
  }
  return variables;
}

/** The variables of every command inside an environment. */
export function insideVariables(
  paths: StatePaths,
  motoPort: number,
  caller: Variables = process.env,
): Record<string, string> {
  const variables = harmless(caller);
  return {
    ...variables,
    PATH: [paths.bin, path.join(repository, "node_modules", ".bin"), variables.PATH].join(path.delimiter),
    KUBECONFIG: paths.kubeconfig,
    KUBECACHEDIR: path.join(paths.caches, "kubectl"),
    HELM_CACHE_HOME: path.join(paths.caches, "helm"),
    HELM_CONFIG_HOME: path.join(paths.caches, "helm"),
    HELM_DATA_HOME: path.join(paths.caches, "helm"),
    PULUMI_HOME: paths.pulumiHome,
    PULUMI_BACKEND_URL: `file://${paths.backend}`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_STACK: stackName,
    // What Node compiled before starts at once: the program, and each provider that is a stand-in.
    NODE_COMPILE_CACHE: path.join(paths.caches, "node"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...awsVariables(`http://127.0.0.1:${motoPort}`),
    JUPYTERHUB_EFS_STATE: paths.root,
  };
}

/** What makes every AWS SDK and the official provider talk to the stand-in, and to nothing else. */
export function awsVariables(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
}
