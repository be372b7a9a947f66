import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { StatePaths } from "../state/paths.ts";
import { kubeconfig } from "./kubeconfig.ts";
import { makePki } from "./pki.ts";

/** The files that the control plane and its clients identify themselves with. */
export interface Credentials {
  readonly authority: string;
  readonly authorityFile: string;
  readonly authorityKeyFile: string;
  readonly serverFile: string;
  readonly serverKeyFile: string;
  readonly serviceAccountKeyFile: string;
  readonly serviceAccountPublicFile: string;
  readonly tokenFile: string;
  /** What the stand-in of `aws eks get-token` hands out. */
  readonly token: string;
  readonly controllerManagerKubeconfig: string;
  readonly schedulerKubeconfig: string;
}

/** Makes new credentials for an API server at this address and writes them, readable by their owner alone. */
export async function writeCredentials(paths: StatePaths, endpoint: string): Promise<Credentials> {
  const pki = await makePki(new Date());
  await mkdir(paths.pki, { recursive: true, mode: 0o700 });
  const write = async (name: string, text: string): Promise<string> => {
    const file = path.join(paths.pki, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  };
  const authority = pki.authority.certificate;
  const token = `k8s-aws-v1.${randomBytes(24).toString("hex")}`;
  await writeFile(paths.kubeconfig, kubeconfig(endpoint, authority, pki.clients.admin), { mode: 0o600 });
  return {
    authority,
    token,
    authorityFile: await write("ca.crt", authority),
    authorityKeyFile: await write("ca.key", pki.authority.key),
    serverFile: await write("apiserver.crt", pki.server.certificate),
    serverKeyFile: await write("apiserver.key", pki.server.key),
    serviceAccountKeyFile: await write("sa.key", pki.serviceAccounts.privateKey),
    serviceAccountPublicFile: await write("sa.pub", pki.serviceAccounts.publicKey),
    tokenFile: await write("tokens.csv", `${token},eks-user,eks-user,system:masters\n`),
    controllerManagerKubeconfig: await write(
      "kcm.kubeconfig",
      kubeconfig(endpoint, authority, pki.clients.controllerManager),
    ),
    schedulerKubeconfig: await write(
      "scheduler.kubeconfig",
      kubeconfig(endpoint, authority, pki.clients.scheduler),
    ),
  };
}
