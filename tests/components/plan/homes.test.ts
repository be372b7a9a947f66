// Proves the shapes of access points, volumes, claims and class, and where a home lies. Does not prove that the
// driver or the API server takes them: tests/engine has the API server's part, only AWS has the driver's.
import { expect } from "chai";
import fc from "fast-check";
import { planHomes } from "../../../components/plan/homes.ts";
import { homeTemplate } from "../../../components/plan/homePaths.ts";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { cells, settingsOf } from "../../support/settings.ts";

const afterUp = "(known after up)";

describe("planHomes", () => {
  it("makes the root directory of both access points as posix, and enforces an identity through one", () => {
    const place = { clusterName: "research" };
    const { accessPoint, standby } = planHomes(settingsOf({ homesPath: "/team/hub" }), place);
    const rootDirectory = {
      path: "/team/hub",
      creationInfo: { ownerUid: 1000, ownerGid: 100, permissions: "0755" },
    };
    expect(accessPoint).to.deep.equal({
      fileSystemId: afterUp,
      posixUser: { uid: 1000, gid: 100 },
      rootDirectory,
      tags: { Name: "hub-homes-enforced", "jupyterhub-efs/hub": "research/hub" },
    });
    expect(standby?.accessPoint).to.deep.equal({
      fileSystemId: afterUp,
      rootDirectory,
      tags: { Name: "hub-homes-plain", "jupyterhub-efs/hub": "research/hub" },
    });
  });

  it("reserves a retained volume without fsType for its claim", () => {
    const { persistentVolume, persistentVolumeClaim } = planHomes(
      settingsOf({ hub: { namespace: "physics" } }),
    );
    expect(persistentVolume).to.deep.equal({
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: "physics-efs-homes" },
      spec: {
        capacity: { storage: "1Gi" },
        volumeMode: "Filesystem",
        accessModes: ["ReadWriteMany"],
        persistentVolumeReclaimPolicy: "Retain",
        storageClassName: "",
        mountOptions: ["iam"],
        claimRef: {
          apiVersion: "v1",
          kind: "PersistentVolumeClaim",
          namespace: "physics",
          name: "efs-homes",
        },
        csi: { driver: "efs.csi.aws.com", volumeHandle: afterUp },
      },
    });
    expect(persistentVolumeClaim).to.deep.equal({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "efs-homes", namespace: "physics" },
      spec: {
        accessModes: ["ReadWriteMany"],
        storageClassName: "",
        volumeName: "physics-efs-homes",
        resources: { requests: { storage: "1Gi" } },
      },
    });
  });

  it("mounts by the driver's role where the policy asks for one, and nowhere else", () => {
    const optionsOf = (access: string) => {
      const { persistentVolume, standby } = planHomes(settingsOf({ access }));
      const { storageClass } = planHomes(settingsOf({ access, provisioning: "dynamic" }));
      return [
        persistentVolume?.spec.mountOptions,
        standby?.persistentVolume.spec.mountOptions,
        storageClass?.mountOptions,
      ];
    };
    expect(optionsOf("iam")).to.deep.equal([["iam"], ["iam"], ["iam"]]);
    for (const access of ["tls", "open"])
      expect(optionsOf(access)).to.deep.equal([undefined, undefined, undefined]);
  });

  it("lets the driver take away what it made, as claims go, only where all is to go with a file system of ours", () => {
    const existing = {
      fileSystem: { existing: { id: "fs-0123456789abcdef0" } },
      homesPath: "/homes",
      usernames: "safe",
    };
    const policiesOf = (raw: Record<string, unknown>) =>
      ["protect", "retain", "delete"].map(
        (dataProtection) =>
          planHomes(settingsOf({ ...raw, provisioning: "dynamic", dataProtection })).storageClass
            ?.reclaimPolicy,
      );
    expect(policiesOf({})).to.deep.equal(["Retain", "Retain", "Delete"]);
    expect(policiesOf(existing)).to.deep.equal(["Retain", "Retain", "Retain"]);
  });

  it("provisions dynamic homes at a path that a claim of the same name finds again", () => {
    expect(
      planHomes(settingsOf({ provisioning: "dynamic", posix: { uid: 7, gid: 8 } })).storageClass,
    ).to.deep.equal({
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: "hub-efs-homes" },
      provisioner: "efs.csi.aws.com",
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
      allowVolumeExpansion: false,
      mountOptions: ["iam"],
      parameters: {
        provisioningMode: "efs-ap",
        fileSystemId: afterUp,
        directoryPerms: "700",
        uid: "7",
        gid: "8",
        basePath: "/hub",
        subPathPattern: "${.PVC.name}",
        ensureUniqueDirectory: "false",
      },
    });
  });

  it("keeps servers in the zone of a One Zone file system, and leaves them free elsewhere", () => {
    const fileSystem = { create: { oneZone: "us-east-1a" } };
    const zone = { key: "topology.kubernetes.io/zone", operator: "In", values: ["us-east-1a"] };
    const { persistentVolume, standby } = planHomes(settingsOf({ fileSystem }));
    for (const volume of [persistentVolume, standby?.persistentVolume]) {
      expect(volume?.spec).to.have.deep.property("nodeAffinity", {
        required: { nodeSelectorTerms: [{ matchExpressions: [zone] }] },
      });
    }
    const { storageClass } = planHomes(settingsOf({ fileSystem, provisioning: "dynamic" }));
    expect(storageClass?.parameters).to.include({ enforceZoneAffinity: "true" });
  });

  it("has no storage class in static provisioning, and no access point, volume or claim in dynamic", () => {
    expect(planHomes(settingsOf())).not.to.have.property("storageClass");
    expect(planHomes(settingsOf({ provisioning: "dynamic" }))).to.have.all.keys(
      "exampleHome",
      "namespace",
      "podSecurity",
      "storageClass",
    );
  });

  it("keeps a user's home at one path in all four cells", () => {
    const homes = cells.map(
      ({ title: _title, ...cell }) => planHomes(settingsOf({ ...cell, homesPath: "/a/b" })).exampleHome,
    );
    expect(new Set(homes)).to.deep.equal(new Set(["/a/b/home-bob-smith---365b77fb"]));
  });

  it("writes names as Z2JH 3 did when told to", () => {
    const settings = settingsOf({ usernames: "escape" });
    expect(planHomes(settings).exampleHome).to.equal("/hub/home-bob-2esmith");
    expect(homeTemplate(settings)).to.equal("home-{escaped_username}");
  });
});

describe("the agreement of the parts", () => {
  const posix = fc.record({
    uid: fc.integer({ min: 1, max: 2147483647 }),
    gid: fc.integer({ min: 1, max: 2147483647 }),
  });
  const homesPath = fc.stringMatching(/^\/[a-z0-9][a-z0-9_-]{0,9}(\/[a-z0-9][a-z0-9_-]{0,9}){0,2}$/);
  const homeDirectory = fc.constantFrom("home-{username}", "h-{username}", "users-{username}-data");
  const random = fc.record({ posix, homesPath, homeDirectory, cell: fc.constantFrom(...cells) });

  it("says one uid and gid in every part that has one, whatever the settings", () => {
    fc.assert(
      fc.property(random, ({ cell, ...raw }) => {
        const settings = settingsOf({ ...raw, userMode: cell.userMode, provisioning: cell.provisioning });
        const { uid, gid } = raw.posix;
        expect(new Set(numbersAt(planHomes(settings), ["uid", "ownerUid"]))).to.deep.equal(new Set([uid]));
        expect(new Set(numbersAt(planHomes(settings), ["gid", "ownerGid"]))).to.deep.equal(new Set([gid]));
        const values = planHubValues(settings);
        const ids = numbersAt(values, ["uid", "NB_UID"]).filter((id) => id !== 0);
        expect(ids).to.deep.equal([uid]);
        expect(new Set(numbersAt(values, ["fsGid", "gid", "NB_GID"]))).to.deep.equal(new Set([gid]));
      }),
    );
  });

  it("builds the same absolute home out of the parts of either provisioning, whatever the settings", () => {
    fc.assert(
      fc.property(random, ({ cell: _cell, ...raw }) => {
        const fixed = settingsOf({ ...raw, provisioning: "static" });
        const dynamic = settingsOf({ ...raw, provisioning: "dynamic" });
        const subPath = at(planHubValues(fixed), "singleuser", "storage", "static", "subPath");
        const claim = at(planHubValues(dynamic), "singleuser", "storage", "dynamic", "pvcNameTemplate");
        expect(subPath).to.equal(claim);
        expect(planHomes(fixed).accessPoint?.rootDirectory).to.have.property("path", raw.homesPath);
        expect(planHomes(dynamic).storageClass?.parameters).to.have.property("basePath", raw.homesPath);
        expect(planHomes(fixed).exampleHome).to.equal(planHomes(dynamic).exampleHome);
      }),
    );
  });
});

/** Every number (or numeral) under the keys, at any depth. */
function numbersAt(value: unknown, keys: readonly string[]): number[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    keys.includes(key) ? [Number(child)] : numbersAt(child, keys),
  );
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((child, key) => (child as Record<string, unknown>)[key], value);
