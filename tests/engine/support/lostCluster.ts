import { readFile } from "node:fs/promises";
import net from "node:net";
import { KubeConfig, KubernetesObjectApi } from "@kubernetes/client-node";
import { objectsInCluster, until } from "./cluster.ts";

const config = new KubeConfig();
config.loadFromDefault();
const objects = KubernetesObjectApi.makeApiClient(config);

const groups: Readonly<Record<string, string>> = {
  Deployment: "apps/v1",
  DaemonSet: "apps/v1",
  Role: "rbac.authorization.k8s.io/v1",
  RoleBinding: "rbac.authorization.k8s.io/v1",
  ClusterRole: "rbac.authorization.k8s.io/v1",
  ClusterRoleBinding: "rbac.authorization.k8s.io/v1",
  StorageClass: "storage.k8s.io/v1",
  CSIDriver: "storage.k8s.io/v1",
};

/** Which object is meant. One of the cluster itself has an empty namespace. */
interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/** Deletes what `objectsInCluster` calls so. What is gone already is gone. */
async function deleteObject(thing: string): Promise<void> {
  const [kind = "", place = ""] = thing.split(" ");
  const [namespace = "", name = ""] = place.split("/");
  const object: Named = { apiVersion: groups[kind] ?? "v1", kind, metadata: { name, namespace } };
  await objects.delete(object).catch(() => undefined);
}

/** Takes everything out of the cluster that was not in it before: another one stands under the same address. */
export async function loseCluster(before: readonly string[]): Promise<void> {
  const left = async () => (await objectsInCluster()).filter((thing) => !before.includes(thing));
  const lost = await left();
  // A volume waits for its claim, and a claim for its pods, which the namespace's end ends.
  const isNamespace = (thing: string) => thing.startsWith("Namespace ");
  for (const thing of [...lost.filter(isNamespace), ...lost]) await deleteObject(thing);
  await until(async () => (await left()).length === 0);
}

/** The API server under another address, which can be taken away: who uses it finds no cluster then. */
export class Address {
  readonly kubeconfig: string;
  readonly #server: net.Server;
  readonly #sockets: ReadonlySet<net.Socket>;

  private constructor(kubeconfig: string, server: net.Server, sockets: ReadonlySet<net.Socket>) {
    this.kubeconfig = kubeconfig;
    this.#server = server;
    this.#sockets = sockets;
  }

  static async open(): Promise<Address> {
    const own = await readFile(process.env.KUBECONFIG ?? "", "utf8");
    const [, host = "", port = ""] = /server: https:\/\/([^:\s]+):(\d+)/.exec(own) ?? [];
    const sockets = new Set<net.Socket>();
    const join = (from: net.Socket, to: net.Socket): void => {
      sockets.add(from.unref());
      from.on("error", () => to.destroy()).on("close", () => sockets.delete(from));
      from.pipe(to);
    };
    const server = net.createServer((near) => {
      const far = net.connect(Number(port), host);
      join(near, far);
      join(far, near);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A test that fails before it takes the address away must not keep the process.
    server.unref();
    const { port: another } = server.address() as net.AddressInfo;
    return new Address(own.replace(`${host}:${port}`, `127.0.0.1:${another}`), server, sockets);
  }

  async takeAway(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
