// Proves what the program's stack remembers before anything else is made. Does not prove that the provider of the cluster
// waits for it, so that a refusal leaves the state as it was: tests/engine/otherRegion.test.ts does.
import { expect } from "chai";
import { stackRecord } from "../../../components/plan/record.ts";
import { StackMemory } from "../../../components/resources/stackMemory.ts";
import { register } from "../../support/mocks.ts";
import { settingsOf, site } from "../../support/settings.ts";

describe("StackMemory", () => {
  it("has the whole record of a stack, its region among it", async () => {
    const { all } = await register(() => new StackMemory("memory", stackRecord(settingsOf({}), site), {}));
    expect(all.map(({ type, inputs }) => ({ type, ...inputs }))).to.deep.equal([
      {
        type: "jupyterhub-efs:index:StackMemory",
        dataProtection: "protect",
        homes: { ...stackRecord(settingsOf({}), site).homes, "aws:region": "us-east-1" },
      },
    ]);
  });
});
