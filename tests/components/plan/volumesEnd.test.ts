// Proves where the release that ends volumes is planned, for which volumes, and under a name that Helm takes. Does not prove
// that it ends them: tests/engine/volumesEnd.test.ts runs it.
import { expect } from "chai";
import { planHomes } from "../../../components/plan/homes.ts";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { settingsOf } from "../../support/settings.ts";

const existing = {
  fileSystem: { existing: { id: "fs-0123456789abcdef0" } },
  homesPath: "/homes",
  usernames: "safe",
};
const dynamic = { ...existing, provisioning: "dynamic", dataProtection: "delete" };
const planned = (raw: Record<string, unknown>) => planHomes(settingsOf(raw)).volumesEnd;

describe("planVolumesEnd", () => {
  it("ends what the driver made where all is to go and the file system stays", () => {
    expect(planned(dynamic)?.values).to.deep.include({ driver: "efs.csi.aws.com", hubNamespace: "hub" });
  });

  it("ends it while homes leave dynamic provisioning too: users' claims are there still", () => {
    const leaving = { ...dynamic, provisioning: "static", movedFrom: { provisioning: "dynamic" } };
    expect(planned(leaving)?.values).to.deep.equal(planned(dynamic)?.values);
  });

  it("ends nothing without the word, nothing of static provisioning, and nothing that goes with its file system", () => {
    for (const raw of [
      { ...dynamic, dataProtection: "retain" },
      { ...dynamic, dataProtection: "protect" },
      { ...dynamic, provisioning: "static" },
      { provisioning: "dynamic", dataProtection: "delete" },
    ])
      expect(planned(raw), JSON.stringify(raw)).to.equal(undefined);
  });

  it("means the volumes of one hub, by its class and its namespace, and runs in its servers' image as their user", () => {
    const raw = { ...dynamic, hub: { namespace: "physics" }, posix: { uid: 7, gid: 8 } };
    const { singleuser } = planHubValues(settingsOf(raw)) as {
      singleuser: { image: Record<string, string> };
    };
    expect(planned(raw)?.values).to.deep.include({
      hubNamespace: "physics",
      storageClassName: planHomes(settingsOf(raw)).storageClass?.metadata.name,
      image: `${singleuser.image.name}:${singleuser.image.tag}`,
      user: { uid: 7, gid: 8 },
    });
  });

  it("has a name of the hub's, which Helm takes however long the namespace is called", () => {
    expect(planned(dynamic)?.name).to.equal("hub-volumes-end");
    const long = planned({ ...dynamic, hub: { namespace: "n".repeat(63) } })?.name;
    expect(long)
      .to.have.lengthOf(53)
      .and.match(/^n+-volumes-end$/);
  });
});
