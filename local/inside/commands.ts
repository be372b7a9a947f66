import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { repository, type StatePaths } from "../state/paths.ts";
import type { Toolchain } from "../toolchain/toolchain.ts";

/** Puts the commands that people get inside the environment into one folder for the PATH. */
export async function writeCommands(paths: StatePaths, toolchain: Toolchain, token: string): Promise<void> {
  await mkdir(paths.bin, { recursive: true });
  for (const name of ["kubectl", "helm"]) {
    const target = toolchain.commands[name];
    if (target === undefined) throw new Error(`the toolchain has no ${name}`);
    await rm(path.join(paths.bin, name), { force: true });
    await symlink(target, path.join(paths.bin, name));
  }
  await writeScript(paths, "pulumi", pulumiScript(toolchain.commands.pulumi ?? "", paths.project));
  await writeScript(paths, "aws", awsScript(token));
}

async function writeScript(paths: StatePaths, name: string, text: string): Promise<void> {
  await writeFile(path.join(paths.bin, name), text, { mode: 0o755 });
}

/** A word as the shell takes it literally. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Pulumi as it is, but for one thing: outside any other project, and in the checkout itself, it works in the
 * environment's own project folder. So it works from everywhere and writes nothing into the checkout.
 */
export function pulumiScript(pulumi: string, project: string): string {
  return `#!/bin/sh
folder=$PWD
while [ "$folder" != / ] && [ ! -e "$folder/Pulumi.yaml" ]; do folder=$(dirname "$folder"); done
if [ -d ${quoted(project)} ]; then
  if [ ! -e "$folder/Pulumi.yaml" ] || [ "$folder" -ef ${quoted(repository)} ]; then
    exec ${quoted(pulumi)} --cwd ${quoted(project)} "$@"
  fi
fi
exec ${quoted(pulumi)} "$@"
`;
}

/** The one command of the AWS CLI that a kubeconfig of EKS calls. */
export function awsScript(token: string): string {
  return `#!/bin/sh
case " $* " in
*" eks get-token "*)
  case "$KUBERNETES_EXEC_INFO" in
  *client.authentication.k8s.io/v1\\"*) version=v1 ;;
  *) version=v1beta1 ;;
  esac
  echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/'$version'","spec":{},"status":{"token":"${token}"}}'
  ;;
*)
  echo "aws: this is the local environment's stand-in; it knows only \\"aws eks get-token\\", not \\"aws $*\\"." >&2
  echo "The simulated AWS itself answers at $AWS_ENDPOINT_URL." >&2
  exit 252
  ;;
esac
`;
}
