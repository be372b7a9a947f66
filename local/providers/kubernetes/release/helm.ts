import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import { isProperties, type Properties } from "../../engine/values.ts";
import type { Kubeconfig } from "../cluster/kubeconfig.ts";
import { textAt } from "../cluster/manifest.ts";

/** One run of Helm. */
export interface HelmRun {
  readonly arguments: readonly string[];
  readonly kubeconfig: Kubeconfig;
  /** What goes to standard input. */
  readonly values?: Properties;
  readonly signal?: AbortSignal;
  /** The release's inputs, for the repository's user and password. */
  readonly inputs: Properties;
}

/** Helm said no: its own words, without the frame that the command line puts around them. */
export class HelmError extends Error {
  override readonly name = "HelmError";
}

const spoken = (stderr: string): string =>
  stderr
    .split("\n")
    .filter((line) => !/^(WARNING:|Use --debug|[\w-]+\.go:\d+:|[IWE]\d{4} )/.test(line))
    .join("\n")
    .trim()
    .replace(/^Error: /, "")
    .replace(/^(INSTALLATION|UPGRADE|UNINSTALL) FAILED: /, "");

/** A repository with a password cannot go on the command line: it becomes an entry of a repository file of its own. */
async function withRepository(
  folder: string,
  run: HelmRun,
  helm: (args: readonly string[]) => Promise<unknown>,
): Promise<readonly string[]> {
  const repository = isProperties(run.inputs.repositoryOpts) ? run.inputs.repositoryOpts : {};
  const [url, username, password] = ["repo", "username", "password"].map(
    (name) => textAt(repository, name) ?? "",
  );
  if (url === "" || password === "") return run.arguments;
  const file = join(folder, "repositories.yaml");
  await writeFile(
    file,
    stringify({ apiVersion: "v1", repositories: [{ name: "given", url, username, password }] }),
    { mode: 0o600 },
  );
  const own = [`--repository-config=${file}`, `--repository-cache=${join(folder, "cache")}`];
  await helm(["repo", "update", ...own]);
  const chart = textAt(run.inputs, "chart") ?? "";
  return [
    ...run.arguments
      .filter((arg) => !arg.startsWith("--repo="))
      .map((arg) => (arg === chart ? `given/${chart}` : arg)),
    ...own,
  ];
}

/**
 * Runs the Helm that is on the PATH. The engine's cancel interrupts it as Ctrl-C would, so that it can mark the release failed.
 * @returns what it printed
 * @throws {HelmError}
 */
export async function runHelm(run: HelmRun): Promise<string> {
  // Only for this one run: the folder holds the kubeconfig, and may hold a password.
  const folder = await mkdtemp(join(tmpdir(), "helm-"));
  await chmod(folder, 0o700);
  try {
    const kubeconfig = join(folder, "kubeconfig");
    await writeFile(kubeconfig, run.kubeconfig.content, { mode: 0o600 });
    const cluster = [`--kubeconfig=${kubeconfig}`, `--kube-context=${run.kubeconfig.context}`];
    const helm = async (args: readonly string[], input?: string): Promise<string> => {
      const running = execa("helm", [...args, ...cluster], { input: input ?? "", reject: false });
      const interrupt = (): void => void running.kill("SIGINT");
      run.signal?.addEventListener("abort", interrupt, { once: true });
      const result = await running;
      run.signal?.removeEventListener("abort", interrupt);
      if (result.failed && result.code === "ENOENT") throw new HelmError("helm is not on the PATH");
      if (result.failed)
        throw new HelmError(spoken(result.stderr) === "" ? result.shortMessage : spoken(result.stderr));
      return result.stdout;
    };
    const args = await withRepository(folder, run, helm);
    return await helm(args, run.values && JSON.stringify(run.values));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
