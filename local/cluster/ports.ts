import getPort, { clearLockedPorts } from "get-port";

const names = ["etcd", "etcdPeers", "apiServer", "controllerManager", "scheduler", "kwok", "moto"] as const;

/** A loopback port for each server of the environment. */
export type Ports = Readonly<Record<(typeof names)[number], number>>;

/** Finds free ports on the loopback address. */
export async function freePorts(): Promise<Ports> {
  const found = await Promise.all(
    names.map(async (name) => [name, await getPort({ host: "127.0.0.1" })] as const),
  );
  clearLockedPorts();
  return Object.fromEntries(found) as Ports;
}
