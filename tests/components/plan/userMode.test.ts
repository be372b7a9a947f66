// Proves what the one flag changes, cell by cell, in the plan. Does not prove that a server starts with it: the
// rules of EFS and of start.sh behind it were tried on a node by hand and are not acted out here.
import { expect } from "chai";
import { planHomes } from "../../../components/plan/homes.ts";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { planUserMode } from "../../../components/plan/userMode.ts";
import { cells, settingsOf } from "../../support/settings.ts";

/** Whoever is root in a pod must not send packets that no rule of iptables sees. */
const withoutRawPackets = {
  config: { KubeSpawner: { container_security_context: { capabilities: { drop: ["NET_RAW"] } } } },
};

describe("planUserMode", () => {
  it("runs non-root servers as posix, with no variable that start.sh acts on as root", () => {
    expect(planUserMode(settingsOf({ posix: { uid: 2000, gid: 200 } }))).to.deep.equal({
      enforcement: "enforced",
      values: {
        singleuser: { uid: 2000, fsGid: 200, allowPrivilegeEscalation: false },
        hub: { config: { KubeSpawner: { gid: 200 } } },
      },
    });
  });

  it("starts static root servers as root, which gives the home to posix and drops to it", () => {
    expect(planUserMode(settingsOf({ userMode: "root", posix: { uid: 2000, gid: 200 } }))).to.deep.equal({
      enforcement: "plain",
      values: {
        singleuser: {
          uid: 0,
          fsGid: 200,
          allowPrivilegeEscalation: false,
          extraEnv: { NB_UID: "2000", NB_GID: "200", CHOWN_HOME: "yes" },
        },
        hub: withoutRawPackets,
      },
    });
  });

  it("asks for no chown in dynamic root servers: their access point refuses it, and start.sh would stop", () => {
    const { values } = planUserMode(settingsOf({ userMode: "root", provisioning: "dynamic" }));
    expect(values).to.deep.equal({
      singleuser: {
        uid: 0,
        fsGid: 100,
        allowPrivilegeEscalation: false,
        extraEnv: { NB_UID: "1000", NB_GID: "100" },
      },
      hub: withoutRawPackets,
    });
  });

  it("allows privilege escalation only for sudo", () => {
    const { values } = planUserMode(settingsOf({ userMode: "root", hub: { grantSudo: true } }));
    expect(values).to.have.nested.property("singleuser.allowPrivilegeEscalation", true);
    expect(values).to.have.nested.property("singleuser.extraEnv.GRANT_SUDO", "yes");
  });

  for (const { title, ...cell } of cells) {
    it(`keeps the group of projected tokens at posix.gid: ${title}`, () => {
      const settings = settingsOf({ ...cell, posix: { gid: 4321 } });
      expect(planHubValues(settings)).to.have.nested.property("singleuser.fsGid", 4321);
    });
  }

  it("changes nothing of what holds static homes but which of the two is used", () => {
    const nonRoot = planHomes(settingsOf());
    const root = planHomes(settingsOf({ userMode: "root" }));
    const { accessPoint, persistentVolume, persistentVolumeClaim } = nonRoot;
    expect(root.standby).to.deep.equal({ accessPoint, persistentVolume, persistentVolumeClaim });
    expect(root.accessPoint).to.deep.equal(nonRoot.standby?.accessPoint);
    expect(root.persistentVolumeClaim).to.deep.equal(nonRoot.standby?.persistentVolumeClaim);
  });

  it("changes nothing of what holds dynamic homes", () => {
    expect(planHomes(settingsOf({ userMode: "root", provisioning: "dynamic" }))).to.deep.equal(
      planHomes(settingsOf({ provisioning: "dynamic" })),
    );
  });
});
