// Proves what a stack remembers of itself, and that nothing slips out of it. Does not prove that the engine keeps it:
// tests/engine/moves.test.ts and component.test.ts do.
import { expect } from "chai";
import fc from "fast-check";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { stackRecord, toldOf } from "../../../components/plan/record.ts";
import { recordedPaths } from "../../../components/settings/recordedPaths.ts";
import { SecretLeaf } from "../../../components/settings/secret.ts";
import { changes, recordOf, replacements } from "../../support/moves.ts";
import { otherReplicas, takenBack } from "../../support/takenCopies.ts";
import { settingsOf, site } from "../../support/settings.ts";

const stacks = [...changes, ...replacements, ...takenBack, ...otherReplicas].flatMap(([, one, other]) => [
  one,
  other,
]);

describe("a stack's record", () => {
  it("lets no setting slip that is not remembered any more: another one tells it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stacks), fc.constantFrom(...stacks), (one, other) => {
        const [last, next] = [recordOf(one), recordOf(other)];
        const gone = Object.keys(last.homes).filter((path) => !(path in next.homes));
        if (gone.length > 0) expect(refusedMoves(last, next, {})).to.be.a("string");
      }),
    );
  });

  it("has only settings that `movedFrom` takes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stacks), (raw) => {
        expect(recordedPaths).to.include.members(Object.keys(recordOf(raw).homes));
      }),
    );
  });

  it("has what only an update tells, as it is given, and is not compared before", () => {
    const kmsKeyArn = { __pulumiOutput: true };
    const settings = settingsOf({ fileSystem: { create: { kmsKeyArn } } });
    expect(stackRecord(settings, site).homes).to.have.property("fileSystem.create.kmsKeyArn", kmsKeyArn);
    expect(toldOf(stackRecord(settings, site).homes)).not.to.have.property("fileSystem.create.kmsKeyArn");
  });

  it("has no secret of a stack file", () => {
    const kmsKeyArn = new SecretLeaf("arn:aws:kms:us-east-1:123456789012:key/one");
    const { homes } = stackRecord(settingsOf({ fileSystem: { create: { kmsKeyArn } } }), site);
    expect(homes).not.to.have.property("fileSystem.create.kmsKeyArn");
  });
});
