import path from "node:path";
import {
  type ControlPlane,
  apiServer,
  controllerManager,
  etcd,
  kwok,
  scheduler,
} from "./cluster/controlPlane.ts";
import { writeCredentials } from "./cluster/credentials.ts";
import { furnishCluster } from "./cluster/furnish.ts";
import { base64 } from "./cluster/kubeconfig.ts";
import { freePorts } from "./cluster/ports.ts";
import { writeCommands } from "./inside/commands.ts";
import { awsVariables, harmless } from "./inside/variables.ts";
import { motoCommand, readyUrl } from "./moto/moto.ts";
import { seed } from "./moto/seed.ts";
import { answers } from "./processes/http.ts";
import { type Launched, type Program, launch } from "./processes/launch.ts";
import { type Description, writeDescription } from "./state/description.ts";
import { repository, type StatePaths } from "./state/paths.ts";
import { together } from "./together.ts";
import type { Toolchain } from "./toolchain/toolchain.ts";

/** Starts every process of a new environment in a folder that is already ours; returns when all are of use. */
export async function startUp(
  paths: StatePaths,
  toolchain: Toolchain,
  fingerprint: string,
  signal: AbortSignal,
): Promise<Description> {
  const ports = await freePorts();
  const endpoint = `https://127.0.0.1:${ports.apiServer}`;
  const credentials = await writeCredentials(paths, endpoint);
  await writeCommands(paths, toolchain, credentials.token);
  const env = { ...harmless(process.env), KWOK_WORKDIR: path.join(paths.caches, "kwok") };
  const parts: ControlPlane = { toolchain, paths, ports, credentials, env };
  const started: string[] = [];
  const start = (program: Program): Promise<Launched> => {
    signal.throwIfAborted();
    started.push(program.name);
    return launch(program, paths);
  };

  const cluster = async (abort: AbortSignal): Promise<void> => {
    const store = await start(etcd(parts));
    await store.ready(() => answers(`http://127.0.0.1:${ports.etcd}/health`), abort);
    const server = await start(apiServer(parts));
    await server.ready(
      () => answers(`${endpoint}/readyz`, { ca: credentials.authority, token: credentials.token }),
      abort,
    );
    const others = [controllerManager(parts), scheduler(parts), kwok(parts), cloudControllers(paths, env)];
    const launched: Launched[] = [];
    for (const program of others) launched.push(await start(program));
    await furnishCluster(paths.kubeconfig, abort);
    // One that ended meanwhile is found by its record when the environment is opened; name it now.
    for (const program of launched) await program.ready(() => Promise.resolve(true), abort);
  };
  const cloud = async (abort: AbortSignal): Promise<void> => {
    const address = `http://127.0.0.1:${ports.moto}`;
    const kubernetes = { endpoint, certificateAuthority: base64(credentials.authority) };
    const { env: own, ...moto } = motoCommand({ python: toolchain.python, port: ports.moto, kubernetes });
    const launched = await start({
      name: "moto",
      ...moto,
      env: { ...env, ...awsVariables(address), ...own },
    });
    await launched.ready(() => answers(readyUrl(address)), abort);
    await seed(address);
  };
  await together([cluster, cloud], signal);
  const description = { fingerprint, startedAt: new Date().toISOString(), ports, processes: started.sort() };
  await writeDescription(paths, description);
  return description;
}

function cloudControllers(paths: StatePaths, env: Readonly<Record<string, string>>): Program {
  return {
    name: "cloud-controllers",
    command: path.join(repository, "node_modules", ".bin", "node"),
    args: [path.join(repository, "local", "cluster", "controllers.ts")],
    env: { ...env, KUBECONFIG: paths.kubeconfig },
  };
}
