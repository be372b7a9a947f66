// Proves that the hub's own tokens, which the chart makes and reads back from the cluster, are the same after every kind of
// update, after a refresh and after an update that failed, and that they are in no state. Does not prove the real chart:
// the stand-in reads them back by `lookup`, as that one does.
import { expect } from "chai";
import { core } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, settings } from "./support/hub.ts";

const keys = [
  "hub.config.ConfigurableHTTPProxy.auth_token",
  "hub.config.CryptKeeper.keys",
  "hub.config.JupyterHub.cookie_secret",
];

/** What the hub has, out of its Secret. */
async function tokens(): Promise<string[]> {
  const { data = {} } = await core.readNamespacedSecret({ namespace: "hub", name: "hub" });
  return keys.map((key) => Buffer.from(data[key] ?? "", "base64").toString("utf8"));
}

describe("the hub's own tokens", () => {
  let hub: HubStack;
  let made: string[];

  before(async () => {
    hub = await HubStack.open("tokens", settings());
    await hub.up();
    made = await tokens();
  });
  after(async () => {
    await hub.remove();
  });

  it("are long, and no two alike", () => {
    for (const token of made) expect(token.length).to.be.greaterThan(31);
    expect(new Set(made).size).to.equal(keys.length);
  });

  it("are kept by a change of values, a flip of the mode and a refresh", async () => {
    await hub.say(settings({ hub: { values: { debug: { enabled: true } } } }));
    expect((await hub.up()).changes).to.deep.equal(["update kubernetes:helm.sh/v3:Release jupyterhub-hub"]);
    expect(await tokens()).to.deep.equal(made);
    await hub.say(settings({ userMode: "root" }));
    await hub.up();
    expect(await tokens()).to.deep.equal(made);
    await hub.refresh();
    await hub.up();
    expect(await tokens()).to.deep.equal(made);
  });

  it("are kept by an update that the chart refuses, and by the one that mends it", async () => {
    await hub.say(settings({ userMode: "root", hub: { values: { singleuser: { storrage: {} } } } }));
    expect(await failureOf(() => hub.up())).to.include("storrage");
    expect(await tokens()).to.deep.equal(made);
    await hub.say(settings({ userMode: "root" }));
    await hub.up();
    expect(await tokens()).to.deep.equal(made);
  });

  it("are not in the state", async () => {
    const state = JSON.stringify(await hub.stack.exportStack());
    for (const token of made) {
      expect(state).not.to.include(token);
      expect(state).not.to.include(Buffer.from(token).toString("base64"));
    }
  });
});
