// Proves how LOCAL_PROVIDERS is read. Does not download or start a provider.
import { expect } from "chai";
import { wantedProviders } from "../../../local/inside/providers.ts";

describe("wantedProviders", () => {
  it("is the stand-ins unless the official ones are asked for", () => {
    expect([undefined, "", "stand-in", "official"].map(wantedProviders)).to.deep.equal([
      "stand-in",
      "stand-in",
      "stand-in",
      "official",
    ]);
  });

  it("refuses another word", () => {
    expect(() => wantedProviders("offical")).to.throw(
      `"LOCAL_PROVIDERS" must be "stand-in" or "official", got "offical"`,
    );
  });
});
