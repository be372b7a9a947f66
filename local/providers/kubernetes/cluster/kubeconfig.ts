import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parse } from "yaml";
import { isProperties, type Properties } from "../../engine/values.ts";
import { listAt, textAt } from "./manifest.ts";

/** Which cluster the provider was told to use. */
export interface KubeconfigChoice {
  /** Content, or the path of a file. Absent: the files of KUBECONFIG, else the one in the home directory. */
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly cluster?: string;
}

/** A kubeconfig that was found, and which of its contexts counts. */
export interface Kubeconfig {
  /** The file as text. */
  readonly content: string;
  readonly context: string;
  /** The name of its cluster. */
  readonly cluster: string;
  readonly server: string;
  readonly namespace: string;
  /** The whole entry of the cluster: two equal ones are the same cluster. */
  readonly clusterEntry: Properties;
}

const named = (config: Properties, list: string, name: string): Properties | undefined =>
  listAt(config, list).find((entry) => entry.name === name);

function text({ kubeconfig }: KubeconfigChoice, env: NodeJS.ProcessEnv): string {
  if (kubeconfig !== undefined && kubeconfig !== "") {
    const path = resolve(kubeconfig.replace(/^~(?=\/)/, homedir()));
    // Content has line ends or braces; a path has neither.
    return /[\n{]/.test(kubeconfig) ? kubeconfig : readFileSync(path, "utf8");
  }
  const paths = (env.KUBECONFIG ?? "").split(delimiter).filter((path) => path !== "");
  const path = paths.find((candidate) => existsSync(candidate)) ?? join(homedir(), ".kube", "config");
  return readFileSync(path, "utf8");
}

/**
 * Finds the cluster that a provider's configuration names.
 * @throws when there is no such file, context or cluster
 */
export function readKubeconfig(choice: KubeconfigChoice, env: NodeJS.ProcessEnv = process.env): Kubeconfig {
  const content = text(choice, env);
  const config = parse(content) as unknown;
  if (!isProperties(config))
    throw new Error("the kubeconfig is not an object with clusters, users and contexts");
  const context = choice.context ?? textAt(config, "current-context") ?? "";
  const entry = named(config, "contexts", context);
  if (entry === undefined) throw new Error(`the kubeconfig has no context "${context}"`);
  const cluster = choice.cluster ?? textAt(entry, "context", "cluster") ?? "";
  const clusterEntry = named(config, "clusters", cluster);
  const server = textAt(clusterEntry, "cluster", "server");
  if (clusterEntry === undefined || server === undefined) {
    throw new Error(`the kubeconfig has no server for cluster "${cluster}"`);
  }
  for (const url of [server, textAt(clusterEntry, "cluster", "proxy-url")]) {
    if (url !== undefined) refuseFarServer(url);
  }
  return {
    content,
    context,
    cluster,
    server,
    namespace: textAt(entry, "context", "namespace") ?? "default",
    clusterEntry,
  };
}

/** A stand-in must never reach a cluster that people use. */
export function refuseFarServer(server: string): void {
  const host = new URL(server).hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)) return;
  throw new Error(
    `the kubeconfig points to "${server}": the local stand-in for the Kubernetes provider works on loopback addresses only. ` +
      "For a real cluster use the official provider plugin.",
  );
}
