// Proves how the settings of the add-on vpc-cni are read, and when nothing is known. Does not prove that the add-on does
// what it is told.
import { expect } from "chai";
import { enforcesNetworkPolicies, isSwitchedOn } from "../../../components/surroundings/networkPolicy.ts";
import { register } from "../../support/mocks.ts";

const cluster = { name: "research", computeConfigs: [] };

describe("enforcesNetworkPolicies", () => {
  for (const [values, on] of [
    ['{"enableNetworkPolicy":"true"}', true],
    ["enableNetworkPolicy: true\nenv: {}", true],
    ['{"enableNetworkPolicy":"false"}', false],
    ['{"env":{}}', false],
    ["", false],
  ] as const) {
    it(`reads ${JSON.stringify(values)}`, () => {
      expect(isSwitchedOn(values)).to.equal(on);
    });
  }

  const answered = async (getAddon: () => Record<string, unknown>, asked = cluster) => {
    const { made } = await register(() => enforcesNetworkPolicies(asked as never), { answers: { getAddon } });
    return made;
  };
  const fail = (message: string) => () => {
    throw new Error(message);
  };

  it("asks the add-on", async () => {
    expect(await answered(() => ({ configurationValues: '{"enableNetworkPolicy":"true"}' }))).to.equal(true);
    expect(await answered(() => ({ configurationValues: "" }))).to.equal(false);
  });

  it("knows nothing of another plugin, of Auto Mode, and of what it may not ask", async () => {
    expect(await answered(fail("couldn't find resource"))).to.equal(undefined);
    expect(await answered(fail("AccessDeniedException: not authorized"))).to.equal(undefined);
    const automatic = { name: "research", computeConfigs: [{ enabled: true }] };
    expect(await answered(fail("was asked"), automatic as never)).to.equal(undefined);
  });

  it("says what else went wrong", async () => {
    const failure = await answered(fail("the network is down")).catch(String);
    expect(failure).to.match(/the network is down/);
  });
});
