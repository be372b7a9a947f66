// Proves the protocol as a client sees it: previews, answers, errors, half-made resources, cancellation.
// The client is Pulumi's own generated one in the same process; that the engine agrees is for the engine suite.
import type { ServiceError } from "@grpc/grpc-js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import { expect } from "chai";
import { InitializationFailed } from "../../../../local/providers/engine/errors.ts";
import { empty, fromStruct, messages, toStruct } from "../../../../local/providers/engine/protocol.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";
import { answer, createRequest, providerOf, urn, withClient } from "./support.ts";

type Of<K extends keyof typeof messages> = (typeof messages)[K] extends new (...args: never[]) => infer T
  ? T
  : never;

const failureOf = (work: Promise<unknown>): Promise<ServiceError> =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error as ServiceError,
  );

describe("service", () => {
  it("does not create in a preview: computed outputs are unknown and there is no id", async () => {
    const create = () => Promise.reject(new Error("created in a preview"));
    const shown = await withClient(providerOf({ create, computed: ["arn"] }), (client) =>
      answer<Of<"CreateResponse">>((done) => client.create(createRequest({ a: 1 }, true), done)),
    );
    expect(shown.getId()).to.equal("");
    expect(fromStruct(shown.getProperties())).to.deep.equal({ a: 1, arn: unknown });
  });

  it("creates, and finds type and name in the URN when an older engine sends nothing else", async () => {
    const made = await withClient(
      providerOf({
        create: (_i, { type, name }) => Promise.resolve({ id: "id-1", outputs: { type, name } }),
      }),
      (client) => answer<Of<"CreateResponse">>((done) => client.create(createRequest({}), done)),
    );
    expect(fromStruct(made.getProperties())).to.deep.equal({ type: "test:m:Thing", name: "thing" });
  });

  it("tells an error by its message, without a stack", async () => {
    const create = () => Promise.reject(new Error("creating Thing: no"));
    const failure = await withClient(providerOf({ create }), (client) =>
      failureOf(answer((done) => client.create(createRequest({}), done))),
    );
    expect(failure.details).to.equal("creating Thing: no");
  });

  it("keeps a half-made resource: its id, its state, the reasons and the inputs that were tried", async () => {
    const create = () => Promise.reject(new InitializationFailed("id-9", { arn: "arn:9" }, ["not ready"]));
    const failure = await withClient(providerOf({ create }), (client) =>
      failureOf(answer((done) => client.create(createRequest({ a: 1 }), done))),
    );
    const [details] = failure.metadata.get("grpc-status-details-bin");
    const status = statusMessages.Status.deserializeBinary(details as Buffer);
    const packed = status.getDetailsList()[0]?.getValue_asU8() ?? new Uint8Array();
    const kept = messages.ErrorResourceInitFailed.deserializeBinary(packed);
    expect([kept.getId(), kept.getReasonsList()]).to.deep.equal(["id-9", ["not ready"]]);
    expect(fromStruct(kept.getProperties())).to.deep.equal({ arn: "arn:9" });
    expect(fromStruct(kept.getInputs())).to.deep.equal({ a: 1 });
  });

  it("answers a read of what is gone with no id", async () => {
    const request = new messages.ReadRequest();
    request.setUrn(urn);
    request.setId("id-1");
    const found = await withClient(providerOf({ read: () => Promise.resolve(undefined) }), (client) =>
      answer<Of<"ReadResponse">>((done) => client.read(request, done)),
    );
    expect(found.getId()).to.equal("");
  });

  it("says in detail what changed, and that the old one goes first", async () => {
    const request = new messages.DiffRequest();
    request.setUrn(urn);
    request.setOldInputs(toStruct({ a: { b: 1 }, c: 1 }));
    request.setNews(toStruct({ a: { b: 2 }, c: 2 }));
    const type = { replaceOn: ["a"], deleteBeforeReplace: true, update: () => Promise.resolve({}) };
    const diff = await withClient(providerOf(type), (client) =>
      answer<Of<"DiffResponse">>((done) => client.diff(request, done)),
    );
    const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
    expect(diff.getDetaileddiffMap().get("a.b")?.getKind()).to.equal(UPDATE_REPLACE);
    expect(diff.getDetaileddiffMap().get("c")?.getKind()).to.equal(UPDATE);
    expect([diff.getReplacesList(), diff.getDeletebeforereplace()]).to.deep.equal([["a"], true]);
  });

  it("names a type and a function that the stand-in does not have", async () => {
    const check = new messages.CheckRequest();
    check.setUrn(urn.replace("m:Thing:", "m:Other:"));
    const invoke = new messages.InvokeRequest();
    invoke.setTok("test:m:getOther");
    await withClient(providerOf(), async (client) => {
      const unknownType = await failureOf(answer((done) => client.check(check, done)));
      expect(unknownType.details).to.match(/unrecognized resource type \(Check\): test:m:Other/);
      const unknownFunction = await failureOf(answer((done) => client.invoke(invoke, done)));
      expect(unknownFunction.details).to.match(/unrecognized data function \(Invoke\): test:m:getOther/);
    });
  });

  it("hands a provider's configuration over unwrapped and typed, and the check of it back as it came", async () => {
    const wrapped = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hush" };
    const seen: unknown[] = [];
    const provider = providerOf({}, { configure: (config) => void seen.push(config) });
    await withClient(provider, async (client) => {
      const configure = new messages.ConfigureRequest();
      configure.setArgs(toStruct({ token: wrapped, skip: "true" }));
      const configured = await answer<Of<"ConfigureResponse">>((done) => client.configure(configure, done));
      expect(configured.getSupportspreview()).to.equal(true);
      const check = new messages.CheckRequest();
      check.setNews(toStruct({ token: wrapped }));
      const checked = await answer<Of<"CheckResponse">>((done) => client.checkConfig(check, done));
      expect(checked.getInputs()?.toJavaScript()).to.deep.equal({ token: wrapped });
    });
    expect(seen).to.deep.equal([{ token: "hush", skip: true }]);
  });

  it("tells a change of the configuration that replaces nothing, so that the engine configures anew", async () => {
    const request = new messages.DiffRequest();
    request.setOldInputs(toStruct({ tags: '{"a":"1"}' }));
    request.setNews(toStruct({ tags: '{"a":"2"}' }));
    const diff = await withClient(providerOf(), (client) =>
      answer<Of<"DiffResponse">>((done) => client.diffConfig(request, done)),
    );
    expect([diff.getDiffsList(), diff.getReplacesList()]).to.deep.equal([["tags"], []]);
  });

  it("aborts what is under way when the engine cancels", async () => {
    const create = (_inputs: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new Error("canceled"));
        });
      });
    await withClient(providerOf({ create }), async (client) => {
      const making = failureOf(answer((done) => client.create(createRequest({}), done)));
      // A first answered call makes sure that the create has arrived.
      await answer((done) => client.getPluginInfo(empty(), done));
      await answer((done) => client.cancel(empty(), done));
      expect((await making).details).to.equal("canceled");
    });
  });
});
