// Proves how declarations are read, on a small package made here and on the installed SDKs.
// Does not prove that the SDKs' declarations are the provider's own schema: they are generated from it upstream.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Declarations } from "../../../../../local/providers/engine/declarations/declarations.ts";
import { Reader } from "../../../../../local/providers/engine/declarations/reader.ts";
import { Sources } from "../../../../../local/providers/engine/declarations/sources.ts";

const thing = `
import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
export declare class Thing extends pulumi.CustomResource {
  static get(name: string): Thing;
  readonly arn: pulumi.Output<string>;
  readonly note: pulumi.Output<string | undefined>;
  constructor(name: string, args: ThingArgs, opts?: pulumi.CustomResourceOptions);
}
export interface ThingArgs {
  kind?: pulumi.Input<"Thing">;
  name: pulumi.Input<string>;
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>;
  tree?: pulumi.Input<inputs.a.b.Node | undefined>;
  list?: pulumi.Input<pulumi.Input<number>[] | undefined>;
  either?: pulumi.Input<string | number>;
}`;
const types = `
export declare namespace a {
  namespace b {
    interface Node { value: pulumi.Input<number>; children?: pulumi.Input<pulumi.Input<inputs.a.b.Node>[]>; }
  }
}`;

describe("declarations", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "declarations-"));
    mkdirSync(join(folder, "m"));
    mkdirSync(join(folder, "types"));
    writeFileSync(join(folder, "m", "thing.d.ts"), thing);
    writeFileSync(join(folder, "types", "input.d.ts"), types);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("are read from a resource class and its arguments", () => {
    const { inputs, outputs } = new Reader(new Sources(folder), "m/thing").declaration();
    expect(outputs).to.deep.equal({
      arn: { shape: { kind: "string" }, optional: false },
      note: { shape: { kind: "string" }, optional: true },
    });
    expect(inputs.kind).to.deep.equal({ shape: { kind: "literal", value: "Thing" }, optional: true });
    expect(inputs.name).to.deep.equal({ shape: { kind: "string" }, optional: false });
    expect(inputs.tags?.shape).to.deep.equal({ kind: "map", of: { kind: "string" } });
    expect(inputs.list?.shape).to.deep.equal({ kind: "list", of: { kind: "number" } });
    expect(inputs.either?.shape).to.deep.equal({
      kind: "union",
      of: [{ kind: "string" }, { kind: "number" }],
    });
  });

  it("follow types that hold themselves", () => {
    const { inputs, types: found } = new Reader(new Sources(folder), "m/thing").declaration();
    const name = "inputs.a.b.Node";
    expect(inputs.tree?.shape).to.deep.equal({ kind: "object", name });
    expect(found[name]?.children?.shape).to.deep.equal({ kind: "list", of: { kind: "object", name } });
  });

  it("of the installed SDKs are read, and kept for the next time", async function () {
    // The compiler reads the whole SDK, which takes a busy machine long.
    this.timeout(120_000);
    const cache = join(folder, "cache");
    const first = await new Declarations("@pulumi/aws", cache).of("efs/accessPoint");
    expect(first.inputs.fileSystemId).to.deep.equal({ shape: { kind: "string" }, optional: false });
    expect(first.types["inputs.efs.AccessPointPosixUser"]?.uid?.shape).to.deep.equal({ kind: "number" });
    const [kept = ""] = readdirSync(cache);
    writeFileSync(
      join(cache, kept, "efs", "accessPoint.json"),
      JSON.stringify({ inputs: {}, outputs: {}, types: {} }),
    );
    const second = await new Declarations("@pulumi/aws", cache).of("efs/accessPoint");
    expect(second.inputs).to.deep.equal({});
  }).timeout(20_000);

  it("that were kept broken are read again", async () => {
    const cache = join(folder, "broken");
    const made = new Declarations("@pulumi/aws", cache);
    await made.of("getRegion");
    const [kept = ""] = readdirSync(cache);
    writeFileSync(join(cache, kept, "getRegion.json"), "{half");
    expect((await new Declarations("@pulumi/aws", cache).of("getRegion")).outputs).to.have.property("region");
  }).timeout(20_000);
});
