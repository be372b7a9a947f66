// Proves, on live stacks, that homes are not looked for in another region, where there is a cluster of the same name: the
// update stops before it makes another file system, and says both steps, or the word. Does not prove what the word makes
// there: both clusters are the one API server, which takes no second hub. restore.test.ts has the way that keeps homes.
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { elsewhere } from "./support/copies.ts";
import { HubStack, type Raw } from "./support/hub.ts";
import { otherCluster, type OtherCluster } from "./support/otherCluster.ts";
import { protectedStack, removeAll } from "./support/protectedStack.ts";
import { refusal } from "./support/refused.ts";

describe("homes of a stack whose region changes", function () {
  let empty: string[];
  let there: OtherCluster;
  let stack: HubStack;
  const in_ = (region: string) => stack.stack.setConfig("aws:region", { value: region });
  const word = { movedFrom: { "aws:region": "us-east-1" } };
  const retained = (raw: Raw = {}) => protectedStack({ dataProtection: "retain", ...raw });
  before(async () => {
    empty = await resourcesInCloud();
    there = await otherCluster("local", elsewhere);
    stack = await HubStack.open("region", protectedStack());
    await stack.up();
  });
  afterEach(() => in_("us-east-1"));
  after(async () => {
    await removeAll(stack);
    await there.remove();
    expect(await resourcesInCloud()).to.deep.equal(empty);
  });

  it("are not left behind while they are protected, with the word or without", async () => {
    for (const raw of [{}, word]) {
      await stack.say(protectedStack(raw));
      await in_(elsewhere);
      expect(await refusal(stack))
        .to.include(`"aws:region" was us-east-1 at the last update, and homes rest on it, got ${elsewhere}.`)
        .and.include("say `dataProtection: retain` (or `delete`) and run an update first");
    }
  });

  it("stay what they are once the old region is said again", async () => {
    await stack.say(protectedStack());
    // Other than the cluster's, the provider of AWS replaces nothing of the old region when it gets that again.
    const { changes } = await stack.up();
    expect(changes.filter((change) => !change.startsWith("update pulumi:providers:aws "))).to.deep.equal([]);
  });

  it("are not left behind without the word where they are retained; it is read as the message has it", async () => {
    await stack.say(retained());
    await stack.up();
    await in_(elsewhere);
    expect(await refusal(stack)).to.match(/movedFrom:\s+aws:region: us-east-1\s/);

    await stack.say(retained(word));
    expect(await stack.preview()).to.include("replace aws:efs/fileSystem:FileSystem jupyterhub-homes");
  });
});
