import type { Program } from "../processes/launch.ts";
import type { StatePaths } from "../state/paths.ts";
import type { Toolchain } from "../toolchain/toolchain.ts";
import type { Credentials } from "./credentials.ts";
import type { Ports } from "./ports.ts";

const host = "127.0.0.1";

/** What the control plane's programs are made of. */
export interface ControlPlane {
  readonly toolchain: Toolchain;
  readonly paths: StatePaths;
  readonly ports: Ports;
  readonly credentials: Credentials;
  readonly env: Readonly<Record<string, string>>;
}

export function etcd({ toolchain, paths, ports, env }: ControlPlane): Program {
  const client = `http://${host}:${ports.etcd}`;
  const peer = `http://${host}:${ports.etcdPeers}`;
  return program(toolchain, env, "etcd", [
    `--data-dir=${paths.etcd}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // Nothing here has to survive a power failure, and writing to the disk at each step costs seconds.
    "--unsafe-no-fsync",
  ]);
}

export function apiServer({ toolchain, ports, credentials, env }: ControlPlane): Program {
  return program(toolchain, env, "kube-apiserver", [
    `--etcd-servers=http://${host}:${ports.etcd}`,
    `--bind-address=${host}`,
    `--advertise-address=${host}`,
    `--secure-port=${ports.apiServer}`,
    "--endpoint-reconciler-type=none",
    `--client-ca-file=${credentials.authorityFile}`,
    `--tls-cert-file=${credentials.serverFile}`,
    `--tls-private-key-file=${credentials.serverKeyFile}`,
    `--token-auth-file=${credentials.tokenFile}`,
    `--service-account-key-file=${credentials.serviceAccountPublicFile}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKeyFile}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    "--service-cluster-ip-range=10.96.0.0/16",
    "--authorization-mode=Node,RBAC",
    "--allow-privileged=true",
  ]);
}

export function controllerManager({ toolchain, ports, credentials, env }: ControlPlane): Program {
  return program(toolchain, env, "kube-controller-manager", [
    ...ownKubeconfig(credentials.controllerManagerKubeconfig),
    `--bind-address=${host}`,
    `--secure-port=${ports.controllerManager}`,
    `--service-account-private-key-file=${credentials.serviceAccountKeyFile}`,
    `--root-ca-file=${credentials.authorityFile}`,
    `--cluster-signing-cert-file=${credentials.authorityFile}`,
    `--cluster-signing-key-file=${credentials.authorityKeyFile}`,
    "--use-service-account-credentials=true",
    "--leader-elect=false",
    "--controllers=*,-cloud-node-lifecycle-controller",
  ]);
}

export function scheduler({ toolchain, ports, credentials, env }: ControlPlane): Program {
  return program(toolchain, env, "kube-scheduler", [
    ...ownKubeconfig(credentials.schedulerKubeconfig),
    `--bind-address=${host}`,
    `--secure-port=${ports.scheduler}`,
    "--leader-elect=false",
  ]);
}

export function kwok({ toolchain, paths, ports, env }: ControlPlane): Program {
  return program(toolchain, env, "kwok", [
    `--kubeconfig=${paths.kubeconfig}`,
    `--config=${toolchain.kwokStages}`,
    "--manage-all-nodes=true",
    `--node-ip=${host}`,
    "--node-lease-duration-seconds=40",
    `--server-address=${host}:${ports.kwok}`,
  ]);
}

function ownKubeconfig(file: string): string[] {
  return [
    `--kubeconfig=${file}`,
    `--authentication-kubeconfig=${file}`,
    `--authorization-kubeconfig=${file}`,
  ];
}

function program(
  toolchain: Toolchain,
  env: Readonly<Record<string, string>>,
  name: string,
  args: readonly string[],
): Program {
  const command = toolchain.commands[name];
  if (command === undefined) throw new Error(`the toolchain has no ${name}`);
  return { name, command, args, env };
}
