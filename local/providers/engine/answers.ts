import { connect } from "node:net";

/**
 * Whether something still listens where the engine was.
 * @param address `127.0.0.1:PORT`
 */
export function answers(address: string): Promise<boolean> {
  const [host = "127.0.0.1", port = ""] = address.split(/:(?=\d+$)/);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 2000 });
    const done = (alive: boolean) => (): void => {
      socket.destroy();
      resolve(alive);
    };
    // A busy engine that is slow to accept is alive all the same: only a refusal says that it is gone.
    socket.once("connect", done(true)).once("timeout", done(true)).once("error", done(false));
  });
}
