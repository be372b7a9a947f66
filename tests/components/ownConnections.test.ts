// Proves that the SDK's connections, once the package is loaded, reach an engine on a port where another one was looked for in
// vain. Does not prove how often that happens, nor what the SDK does with an error of a connection.
import { execFileSync } from "node:child_process";
import { credentials, Server, ServerCredentials, type ServiceError, status } from "@grpc/grpc-js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import * as sdk from "@pulumi/pulumi/runtime/settings.js";
import { expect } from "chai";
import "../../components/ownConnections.ts";

/** A connection to an engine, as the SDK makes it. */
const connect = (address: string) =>
  new engineServices.EngineClient(
    address,
    credentials.createInsecure(),
    Reflect.get(sdk, "grpcClientOptions") as object,
  );

const askedOf = (engine: ReturnType<typeof connect>): Promise<ServiceError | null> =>
  new Promise((resolve) => {
    engine.getRootResource(new engineMessages.GetRootResourceRequest(), (error) => {
      resolve(error);
    });
  });

const listen = (server: Server, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });

describe("the SDK's connections", () => {
  it("reach an engine where another one is called in vain still", async () => {
    const gone = new Server();
    const address = `127.0.0.1:${await listen(gone, "127.0.0.1:0")}`;
    gone.forceShutdown();
    const [earlier, later] = [connect(address), connect(address)];
    expect((await askedOf(earlier))?.code).to.equal(status.UNAVAILABLE);

    const engine = new Server();
    await listen(engine, address);
    try {
      // It knows no such call: so it was reached.
      expect((await askedOf(later))?.code).to.equal(status.UNIMPLEMENTED);
    } finally {
      earlier.close();
      later.close();
      engine.forceShutdown();
    }
  });

  it("are set by the package itself", () => {
    // In a process of its own, for here they are set already; it counts for no coverage.
    const env = { ...process.env, NODE_V8_COVERAGE: "" };
    const script = `
      await import("./components/index.ts");
      const { grpcClientOptions } = await import("@pulumi/pulumi/runtime/settings.js");
      console.log(grpcClientOptions["grpc.use_local_subchannel_pool"]);`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env,
      encoding: "utf8",
    });
    expect(said.trim()).to.equal("1");
  });
});
