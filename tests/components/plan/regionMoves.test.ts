// Proves that a stack's region is remembered as its zones tell it, and that a change is refused with all that goes with it.
// Does not prove what the engine makes there: tests/engine/otherRegion.test.ts does.
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { KNOWN_AFTER_UP } from "../../../components/plan/plan.ts";
import { stackRegion } from "../../../components/plan/region.ts";
import type { Site } from "../../../components/plan/site.ts";
import { dynamic, existing, pasted, type Raw, recordOf } from "../../support/moves.ts";
import { settingsOf, site } from "../../support/settings.ts";

const inZones = (...zones: string[]): Pick<Site, "clusterName" | "subnets"> => ({
  clusterName: site.clusterName,
  subnets: Object.fromEntries(zones.map((zone) => [zone, "subnet-0000000000000000a"])),
});
const [here, there] = [inZones("us-east-1a", "us-east-1b"), inZones("eu-west-1a")];
const word = { "aws:region": "us-east-1" };

describe("another region", () => {
  const moved = (dataProtection: string, movedFrom: Raw = {}, more: Raw = {}) =>
    refusedMoves(
      recordOf({ dataProtection, ...more }, here),
      recordOf({ dataProtection, ...more }, there),
      movedFrom as Record<string, string>,
    );

  it("is refused, with what homes would be without, and the line that lets it through", () => {
    const refused = moved("retain");
    expect(refused).to.include(
      '"aws:region" was us-east-1 at the last update, and homes rest on it, got eu-west-1',
    );
    expect(refused?.replaceAll(/\s+/g, " ")).to.match(
      /homes is in us-east-1, and one in eu-west-1 would be another.*restore\.md#4-the-region/,
    );
    expect(refused).to.match(/^ {4}aws:region: us-east-1$/m);
    expect(pasted(refused)).to.deep.equal(word);
    expect(moved("retain", word)).to.equal(undefined);
  });

  it("is held while homes are protected, and deletes them where all may go", () => {
    expect(moved("protect", word)).to.include("dataProtection: retain");
    expect(moved("delete")).to.include("what was there is deleted");
    expect(moved("delete", word)).to.equal(undefined);
    const [last, next] = [recordOf({ dataProtection: "delete" }, here), recordOf({}, there)];
    expect(refusedMoves(last, next, word)).to.include("would be deleted");
  });

  it("is told with all that goes with it, and says nothing of claims, which are in a cluster of the other region", () => {
    const next = recordOf({ ...existing("fs-0123456789abcdef0"), homesPath: "/hub" }, there);
    const refused = refusedMoves(recordOf({ dataProtection: "retain" }, here), next, {});
    expect(pasted(refused)).to.deep.equal({ ...word, "fileSystem.existing.id": "nothing" });
    expect(moved("retain", {}, dynamic)).not.to.match(/[Cc]laims/);
  });

  it("is none where no zone tells it, before or after, or where an earlier release remembered none", () => {
    const unknown = recordOf({}, inZones("us-west-2-lax-1a"));
    expect(unknown.homes).not.to.have.property("aws:region");
    expect(refusedMoves(unknown, recordOf({}, there), {})).to.equal(undefined);
    expect(refusedMoves(recordOf({}, here), unknown, {})).to.equal(undefined);
  });
});

describe("a stack's region", () => {
  const adopted = settingsOf(existing("fs-0123456789abcdef0"));

  it("is told by any zone: of a subnet, of a new One Zone file system or of an existing one", () => {
    expect(stackRegion(settingsOf(), inZones("us-west-2-lax-1a", "us-west-2b"))).to.equal("us-west-2");
    const oneZone = settingsOf({ fileSystem: { create: { oneZone: "eu-west-1a" } } });
    expect(stackRegion(oneZone, {})).to.equal("eu-west-1");
    expect(
      stackRegion(adopted, { existingFileSystem: { mountTargets: {}, oneZone: "eu-west-1b" } }),
    ).to.equal("eu-west-1");
  });

  it("is not guessed", () => {
    expect(stackRegion(settingsOf(), {})).to.equal(undefined);
    expect(stackRegion(adopted, { existingFileSystem: KNOWN_AFTER_UP })).to.equal(undefined);
  });
});
