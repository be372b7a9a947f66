// Proves the chart's values in all four cells and how the user's merge with them. Does not prove that the chart takes
// them: tests/local/charts and tests/engine check them against a schema.
import { expect } from "chai";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { valueAt } from "../../../components/settings/path.ts";
import { settingsOf } from "../../support/settings.ts";

const storage = (raw: Record<string, unknown>) => planHubValues(settingsOf(raw)).singleuser;

describe("planHubValues", () => {
  it("mounts the claim of the mode at a directory per user, in static provisioning", () => {
    expect(storage({})).to.have.deep.property("storage", {
      homeMountPath: "/home/jovyan",
      type: "static",
      static: { pvcName: "efs-homes", subPath: "home-{username}" },
    });
    expect(storage({ userMode: "root" })).to.have.nested.property(
      "storage.static.pvcName",
      "efs-homes-plain",
    );
  });

  it("has a claim made for each user out of our class, in dynamic provisioning", () => {
    expect(storage({ provisioning: "dynamic", hub: { namespace: "physics" } })).to.have.deep.property(
      "storage",
      {
        homeMountPath: "/home/jovyan",
        type: "dynamic",
        dynamic: {
          storageClass: "physics-efs-homes",
          pvcNameTemplate: "home-{username}",
          storageAccessModes: ["ReadWriteMany"],
        },
      },
    );
  });

  it("keeps claims when users are deleted, pulls nothing ahead, and keeps the notebook's SQLite off NFS", () => {
    const values = planHubValues(settingsOf());
    expect(values).to.have.nested.property("hub.config.KubeSpawner.delete_pvc", false);
    expect(values).to.have.nested.property("prePuller.hook.enabled", false);
    expect(values).to.have.nested.property("prePuller.continuous.enabled", false);
    expect(values).to.have.nested.property(
      "singleuser.extraEnv.JUPYTER_RUNTIME_DIR",
      "/tmp/.jupyter-runtime",
    );
    expect(JSON.stringify(values)).to.include('"hist_file":":memory:"').and.include('"db_file":":memory:"');
  });

  it("never sets a command: the image's start.sh is its entry point", () => {
    for (const userMode of ["root", "non-root"]) expect(storage({ userMode })).not.to.have.property("cmd");
  });

  for (const [database, db] of [
    [
      { kind: "claim", storageClassName: "gp3" },
      {
        type: "sqlite-pvc",
        pvc: { storageClassName: "gp3", annotations: { "helm.sh/resource-policy": "keep" } },
      },
    ],
    [{ kind: "memory" }, { type: "sqlite-memory" }],
    [
      { kind: "postgres", url: "postgresql://db/hub" },
      { type: "postgres", url: "postgresql://db/hub" },
    ],
  ] as const) {
    it(`keeps the hub's state as said: ${database.kind}`, () => {
      expect(planHubValues(settingsOf({ hub: { database } })))
        .to.have.nested.property("hub.db")
        .that.deep.equals(db);
    });
  }

  it("keeps the database's claim when the release goes, unless all is to go", () => {
    const annotationsOf = (dataProtection: string) =>
      valueAt(planHubValues(settingsOf({ dataProtection })), ["hub", "db", "pvc", "annotations"]);
    for (const kept of ["protect", "retain"]) {
      expect(annotationsOf(kept), kept).to.deep.equal({ "helm.sh/resource-policy": "keep" });
    }
    expect(annotationsOf("delete")).to.equal(undefined);
  });

  it("makes users administrators, and says nothing of them when there are none", () => {
    expect(planHubValues(settingsOf({ hub: { admins: ["ada"] } })))
      .to.have.nested.property("hub.config.Authenticator.admin_users")
      .that.deep.equals(["ada"]);
    expect(planHubValues(settingsOf())).not.to.have.nested.property("hub.config.Authenticator.admin_users");
  });

  it("merges the user's values deeply: lists replace, null survives, our defaults yield", () => {
    const values = planHubValues(
      settingsOf({
        hub: {
          values: {
            singleuser: { startTimeout: 900, extraEnv: { LANG: "C.UTF-8" }, defaultUrl: null },
            prePuller: { hook: { enabled: true } },
            hub: { config: { KubeSpawner: { delete_pvc: true } } },
          },
        },
      }),
    );
    expect(values).to.have.nested.property("singleuser.startTimeout", 900);
    expect(values).to.have.nested.property("singleuser.defaultUrl", null);
    expect(values).to.have.nested.property("singleuser.extraEnv.LANG", "C.UTF-8");
    expect(values).to.have.nested.property("singleuser.extraEnv.JUPYTER_RUNTIME_DIR");
    expect(values).to.have.nested.property("prePuller.hook.enabled", true);
    expect(values).to.have.nested.property("hub.config.KubeSpawner.delete_pvc", true);
    expect(values).to.have.nested.property("hub.config.KubeSpawner.gid", 100);
  });
});
