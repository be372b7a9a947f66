// Proves how values are unwrapped, trimmed and read from a provider's configuration.
// Does not prove what the engine really sends: the engine suite does.
import { expect } from "chai";
import {
  configuration,
  containsUnknown,
  isAsset,
  unknown,
  unwrap,
  withoutAbsent,
} from "../../../../local/providers/engine/values.ts";

const signature = "4dabf18193072939515e22adb298388d";
const secret = (value: string) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });

describe("values", () => {
  it("takes the wrapping off secrets at every depth", () => {
    expect(unwrap({ a: [secret("x")], b: { c: secret("y") } })).to.deep.equal({ a: ["x"], b: { c: "y" } });
  });

  it("takes an output without a value for unknown, and one with a value for that", () => {
    const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    expect(unwrap({ [signature]: output })).to.equal(unknown);
    expect(unwrap({ [signature]: output, value: 3 })).to.equal(3);
  });

  it("finds an unknown value at any depth", () => {
    expect(containsUnknown({ a: [{ b: unknown }] })).to.equal(true);
    expect(containsUnknown({ a: [{ b: "known" }] })).to.equal(false);
  });

  it("drops absent properties and keeps null", () => {
    expect(withoutAbsent({ a: undefined, b: null, c: { d: undefined } })).to.deep.equal({ b: null, c: {} });
  });

  it("knows an asset by its signature", () => {
    expect(isAsset({ [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "x" })).to.equal(true);
    expect(isAsset({ text: "x" })).to.equal(false);
  });

  it("reads JSON, booleans and numbers out of a configuration's strings, and leaves other strings", () => {
    const read = configuration({
      region: "us-east-1",
      skip: "true",
      retries: "3",
      endpoints: '[{"efs":"http://127.0.0.1:1"}]',
      broken: "{not json",
    });
    expect(read).to.deep.equal({
      region: "us-east-1",
      skip: true,
      retries: 3,
      endpoints: [{ efs: "http://127.0.0.1:1" }],
      broken: "{not json",
    });
  });

  it("unwraps a secret inside a configuration's JSON text", () => {
    expect(configuration({ keys: JSON.stringify({ a: secret("x") }) })).to.deep.equal({ keys: { a: "x" } });
  });
});
