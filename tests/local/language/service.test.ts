// Proves what the host answers over the wire, in this process. That the engine is content with it is proved by the engine tests.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { credentials, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { expect } from "chai";
import { programNode } from "../../../local/language/about.ts";
import { messages } from "../../../local/language/protocol.ts";
import { service } from "../../../local/language/service.ts";
import { listenAs, type Serving } from "../../../local/providers/engine/listen.ts";
import { empty } from "../../../local/providers/engine/wellKnown.ts";
import { repository } from "../../../local/state/paths.ts";
import { answer } from "../providers/engine/support.ts";

describe("the language host", () => {
  let serving: Serving;
  let client: InstanceType<typeof services.LanguageRuntimeClient>;
  let cancellation: AbortController;
  const here = new messages.ProgramInfo();
  here.setProgramDirectory(repository);

  before(async () => {
    cancellation = new AbortController();
    const implementation = service({}, cancellation) as UntypedServiceImplementation;
    serving = await listenAs(services.LanguageRuntimeService, implementation, cancellation);
    client = new services.LanguageRuntimeClient(`127.0.0.1:${serving.port}`, credentials.createInsecure());
  });
  after(() => {
    client.close();
    serving.stop();
  });

  it("does not pass for a release of Pulumi", async () => {
    const info = await answer<{ getVersion(): string }>((done) => client.getPluginInfo(empty(), done));
    expect(info.getVersion()).to.equal("0.0.0-local");
  });

  it("asks for the providers of this project", async () => {
    const request = new messages.GetRequiredPackagesRequest();
    request.setInfo(here);
    const response = await answer<InstanceType<typeof messages.GetRequiredPackagesResponse>>((done) =>
      client.getRequiredPackages(request, done),
    );
    const required = response.getPackagesList().map((found) => `${found.getKind()} ${found.getName()}`);
    expect(required).to.have.members(["resource aws", "resource kubernetes"]);
  });

  it("tells what the program depends on, and on which Node it runs", async () => {
    const request = new messages.GetProgramDependenciesRequest();
    request.setInfo(here);
    const dependencies = await answer<InstanceType<typeof messages.GetProgramDependenciesResponse>>((done) =>
      client.getProgramDependencies(request, done),
    );
    expect(dependencies.getDependenciesList().map((found) => found.getName())).to.include("zod");
    const about = await answer<InstanceType<typeof messages.AboutResponse>>((done) =>
      client.about(new messages.AboutRequest(), done),
    );
    expect(about.getVersion()).to.match(/^v\d+\./);
  });

  it("answers a start that fails by the reason, for the engine to show", async () => {
    const run = async (
      change: (request: InstanceType<typeof messages.RunRequest>) => void,
    ): Promise<string> => {
      const request = new messages.RunRequest();
      request.setInfo(here);
      change(request);
      const response = await answer<InstanceType<typeof messages.RunResponse>>((done) =>
        client.run(request, done),
      );
      return response.getError();
    };
    expect(await run((request) => request.setAttachDebugger(true))).to.contain("attaches no debugger");
    const nowhere = here.clone();
    nowhere.setProgramDirectory("/");
    expect(await run((request) => request.setInfo(nowhere))).to.contain('"/" finds no @pulumi/pulumi');
  });

  it("refuses what it does not do, and the call ends", async () => {
    const refusal = await new Promise<{ code: status; details: string }>((resolve) => {
      client.installDependencies(new messages.InstallDependenciesRequest()).on("error", resolve).resume();
    });
    expect(refusal.code).to.equal(status.FAILED_PRECONDITION);
    expect(refusal.details).to.contain("run `npm ci`");
    const handshake = new messages.LanguageHandshakeRequest();
    const unknown = await answer((done) => client.handshake(handshake, done)).catch(
      (error: unknown) => error,
    );
    expect(unknown).to.have.property("code", status.UNIMPLEMENTED);
  });

  it("stops what runs when the engine cancels", async () => {
    await answer((done) => client.cancel(empty(), done));
    expect(cancellation.signal.aborted).to.equal(true);
  });
});

describe("programNode", () => {
  it("is the first one on the PATH, whichever runs the host", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "node-"));
    const executable = path.join(folder, "node");
    await writeFile(executable, "#!/bin/sh\necho v1.2.3\n", { mode: 0o755 });
    const PATH = ["/nowhere", folder, path.dirname(process.execPath)].join(path.delimiter);
    expect(await programNode({ PATH })).to.deep.equal({ executable, version: "v1.2.3" });
    await rm(folder, { recursive: true });
    expect(await programNode({ PATH })).to.have.property("version", process.version);
  });

  it("says when there is none", async () => {
    const failure = await programNode({ PATH: "/nowhere" }).catch(String);
    expect(failure).to.equal("Error: no node is on the PATH: programs cannot be started.");
  });
});
