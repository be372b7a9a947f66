// Proves that a stack remembers its cluster, and what is said where that changes. Does not prove what the engine makes of a
// change: tests/engine/lostCluster.test.ts does.
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { pasted, recordOf } from "../../support/moves.ts";
import { site } from "../../support/settings.ts";

const word = { "cluster.existing.name": "research" };

describe("another cluster", () => {
  const moved = (dataProtection: string, movedFrom: Record<string, string> = {}, next = dataProtection) =>
    refusedMoves(
      recordOf({ dataProtection }, site),
      recordOf({ dataProtection: next }, { ...site, clusterName: "research-2" }),
      movedFrom,
    );

  it("is refused, with what is left behind, the runbook, and the line that lets it through", () => {
    for (const dataProtection of ["protect", "retain", "delete"]) {
      const refused = moved(dataProtection);
      expect(refused).to.include('"cluster.existing.name" was research at the last update');
      expect(refused?.replaceAll(/\s+/g, " ")).to.match(
        /claims and the hub's database are in research.*restore\.md#3-the-cluster/,
      );
      expect(pasted(refused)).to.deep.equal(word);
      expect(moved(dataProtection, word)).to.equal(undefined);
    }
  });

  it("deletes claims where all may go, and says so; with the word too, unless that was said in an update before", () => {
    expect(moved("delete")).to.include("what was there is deleted");
    for (const next of ["protect", "retain"])
      expect(moved("delete", word, next)).to.include("would be deleted");
  });

  it("is none where the name is not known before the update, or where an earlier release remembered none", () => {
    const unknown = recordOf({}, { ...site, clusterName: pulumi.output("research-2") });
    expect(unknown.homes).not.to.have.property("cluster.existing.name");
    expect(refusedMoves(unknown, recordOf({}, site), {})).to.equal(undefined);
    expect(refusedMoves(recordOf({}, site), unknown, {})).to.equal(undefined);
  });
});
