// Proves that the host starts a policy pack and passes on what it prints, and ends it when the engine lets go. That the
// engine can ask the pack is proved by tests/engine/policy.test.ts.
import path from "node:path";
import { credentials, status, type ServiceError, type UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { expect } from "chai";
import { messages, type RunPluginResponse } from "../../../local/language/protocol.ts";
import { service } from "../../../local/language/service.ts";
import { listenAs, type Serving } from "../../../local/providers/engine/listen.ts";
import { repository } from "../../../local/state/paths.ts";

describe("the language host's plugins", () => {
  let serving: Serving;
  let client: InstanceType<typeof services.LanguageRuntimeClient>;
  before(async () => {
    const cancellation = new AbortController();
    const implementation = service({}, cancellation) as UntypedServiceImplementation;
    serving = await listenAs(services.LanguageRuntimeService, implementation, cancellation);
    client = new services.LanguageRuntimeClient(`127.0.0.1:${serving.port}`, credentials.createInsecure());
  });
  after(() => {
    client.close();
    serving.stop();
  });

  const start = (folder: string, kind: string) => {
    const request = new messages.RunPluginRequest();
    const info = new messages.ProgramInfo();
    info.setProgramDirectory(folder);
    request.setInfo(info);
    request.setKind(kind);
    request.setArgsList(["127.0.0.1:1"]);
    return client.runPlugin(request);
  };
  const failure = (call: ReturnType<typeof start>): Promise<ServiceError> =>
    new Promise((resolve, reject) => {
      call.on("error", resolve).on("end", () => {
        reject(new Error("it did not fail"));
      });
      call.resume();
    });

  it("tells the port of a policy pack, and ends it with the call", async () => {
    const call = start(path.join(repository, "policy"), "analyzer");
    const port = await new Promise<number>((resolve, reject) => {
      call.on("error", reject);
      call.on("data", (response: RunPluginResponse) => {
        if (response.hasStdout()) resolve(Number(Buffer.from(response.getStdout_asU8()).toString()));
      });
    });
    expect(port).to.be.within(1, 65535);
    const cancelled = failure(call);
    call.cancel();
    expect((await cancelled).code).to.equal(status.CANCELLED);
    for (;;) if (!(await answers(port))) break;
  });

  it("says what a folder lacks that is no pack", async () => {
    expect((await failure(start("/", "analyzer"))).details).to.contain('"/" finds no @pulumi/pulumi');
  });

  it("refuses providers", async () => {
    const refused = await failure(start(repository, "resource"));
    expect(refused.code).to.equal(status.FAILED_PRECONDITION);
    expect(refused.details).to.contain("no providers in Node.js");
  });
});

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    (error: unknown) => (error as { cause?: { code?: string } }).cause?.code !== "ECONNREFUSED",
  );
