// Proves how a plan shows an existing file system: what is known of it, what is left alone, what would be made. Does
// not prove the lookup, which the plan command does not make.
import { expect } from "chai";
import { UsageError } from "../../cli/arguments.ts";
import { planJson } from "../../cli/planJson.ts";
import { planOf } from "../../cli/planOf.ts";
import { planText } from "../../cli/planText.ts";
import { parseSurroundings } from "../../cli/surroundingsFile.ts";
import { plain } from "../../cli/table.ts";
import type { Surroundings } from "../../components/surroundings/surroundings.ts";
import { adopting, existingId, found, placeWith } from "../support/existing.ts";

const keys = (raw: Record<string, unknown> = {}): Record<string, unknown> => ({
  cluster: { existing: { name: "research" } },
  hub: { database: { kind: "memory" }, signIn: { kind: "anyone" }, admins: ["alice"] },
  tags: { team: "physics" },
  ...adopting(raw),
});

function planned(raw: Record<string, unknown> = {}, surroundings?: Surroundings) {
  const result = planOf(keys(raw), surroundings);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return {
    text: planText(result, plain),
    json: JSON.parse(planJson(result.plan)) as Record<string, unknown>,
  };
}

const { "us-east-1a": first } = found.mountTargets;
const oneTarget = { ...found, mountTargets: { ...(first && { "us-east-1a": first }) } };

describe("the plan of an existing file system", () => {
  it("shows what was looked up, and what is left alone", () => {
    const { text, json } = planned({}, placeWith({ ...found, oneZone: "us-east-1b", encrypted: true }));
    expect(text)
      .to.match(/File system\n {2}existing +fs-0123456789abcdef0 +never changed, never deleted/)
      .and.match(/encrypted +true\n/)
      .and.match(/kept in +us-east-1b /)
      .and.match(/us-east-1a +fsmt-0000000000000000a +it is there already; never touched/)
      .and.match(/tag +team=physics/)
      .and.match(/! fileSystem\.existing: .* keeps homes in us-east-1b only/)
      .and.match(/bob\.smith's home +\/homes\/home-bob-smith---365b77fb/);
    expect(json).to.deep.include({
      existingFileSystem: { id: existingId },
      mountTargets: {},
      exampleHome: "/homes/home-bob-smith---365b77fb",
    });
    expect(json).not.to.have.any.keys("fileSystem", "securityGroup", "securityGroupIngressRules");
  });

  it("shows the mount targets that would be made", () => {
    const { text, json } = planned({ existing: { createMissingMountTargets: true } }, placeWith(oneTarget));
    expect(text)
      .to.match(/NFS from +sg-0123456789abcdef0/)
      .and.match(/us-east-1b +subnet-0000000000000000b +the only subnet/);
    expect(json).to.deep.include({
      mountTargets: { "us-east-1b": { subnetId: "subnet-0000000000000000b" } },
      existingMountTargets: { "us-east-1a": { id: first?.id, subnetId: first?.subnetId } },
    });
  });

  it("says that nothing is known where nobody looked", () => {
    const { text, json } = planned({ existing: { createMissingMountTargets: true } });
    expect(text)
      .to.match(/existing +fs-0123456789abcdef0/)
      .and.match(/encrypted +\(known after up\)/)
      .and.match(/existing targets +\(known after up\)/)
      .and.match(/mount targets +\(known after up\)/);
    expect(json).to.deep.include({
      mountTargets: "(known after up)",
      existingMountTargets: "(known after up)",
      securityGroup: "(known after up)",
    });
  });

  it("tells every fault of the file system that was looked up", () => {
    const result = planOf(keys(), placeWith({ ...oneTarget, encrypted: false }));
    expect("faults" in result && result.faults.map(({ path }) => path)).to.deep.equal([
      "fileSystem.existing.createMissingMountTargets",
      "fileSystem.existing.id",
    ]);
  });

  it("reads file systems out of a surroundings file, and says what one lacks", () => {
    const given = placeWith({ ...found, policy: { Statement: [] } });
    expect(parseSurroundings(JSON.stringify(given))).to.deep.equal(given);
    const { overwriteProtection: _on, accessPoints: _none, ...least } = found;
    const read = parseSurroundings(JSON.stringify({ ...given, fileSystems: { [existingId]: least } }));
    expect(read.fileSystems?.[existingId]).to.deep.equal(found);
    expect(() => parseSurroundings(JSON.stringify({ ...given, fileSystems: { "fs-1": {} } }))).to.throw(
      UsageError,
      /"fileSystems\.fs-1\.mountTargets"/,
    );
  });
});
