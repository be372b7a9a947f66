// Proves which of the user's values are refused, and that the fault names the value and the right setting. Does not
// prove that the list is complete for charts to come.
import { expect } from "chai";
import { valueFaults } from "../../../components/plan/valueGuard.ts";
import { SecretLeaf } from "../../../components/settings/secret.ts";
import { cells, settingsOf } from "../../support/settings.ts";

const faultsOf = (values: Record<string, unknown>, raw: Record<string, unknown> = {}) =>
  valueFaults(settingsOf({ ...raw, hub: { ...(raw.hub as object | undefined), values } }));
const pathsOf = (...args: Parameters<typeof faultsOf>) => faultsOf(...args).map(({ path }) => path);

describe("valueFaults", () => {
  it("names the value, what is managed, what was given, and the setting to use", () => {
    expect(faultsOf({ singleuser: { uid: 0 } })).to.deep.equal([
      {
        path: "hub.values.singleuser.uid",
        rule: "is managed, and is 1000 with these settings",
        got: "0",
        fix: "leave it out and set `userMode` and `posix.uid` instead",
      },
    ]);
  });

  for (const { title, ...cell } of cells) {
    it(`takes values that agree with what is managed: ${title}`, () => {
      expect(
        faultsOf(
          { singleuser: { fsGid: 100, image: { pullPolicy: "Always" }, memory: { limit: "2G" } } },
          cell,
        ),
      ).to.be.empty;
    });
  }

  it("refuses a null that would delete what is managed", () => {
    expect(pathsOf({ singleuser: { fsGid: null } })).to.deep.equal(["hub.values.singleuser.fsGid"]);
    expect(pathsOf({ singleuser: null })).to.deep.equal(["hub.values.singleuser"]);
  });

  it("refuses a secret in the place of a managed value, and does not show it", () => {
    const [fault] = faultsOf({ singleuser: { uid: new SecretLeaf("0") } });
    expect(fault).to.include({ path: "hub.values.singleuser.uid", got: "[secret]" });
  });

  it("shows no password of a database's address, however it is written", () => {
    const url = (password: string) => `postgresql:///hub?host=db&user=hub&password=${password}`;
    const raw = { hub: { database: { kind: "postgres", url: url("one") } } };
    const [fault] = faultsOf({ hub: { db: { url: url("other") } } }, raw);
    expect(fault).to.deep.include({ path: "hub.values.hub.db.url", got: "[secret]" });
    expect(fault?.rule).not.to.match(/one|password/);
  });

  it("reports every fault at once", () => {
    expect(
      pathsOf({
        singleuser: { uid: 0, storage: { type: "none", extraVolumes: { home: {} } } },
        hub: { config: { KubeSpawner: { volumes: [] } } },
      }),
    ).to.deep.equal([
      "hub.values.singleuser.uid",
      "hub.values.singleuser.storage.type",
      "hub.values.hub.config.KubeSpawner.volumes",
      "hub.values.singleuser.storage.extraVolumes.home",
    ]);
  });

  for (const [path, values] of Object.entries({
    "singleuser.storage.extraVolumes.home": { singleuser: { storage: { extraVolumes: { home: {} } } } },
    "singleuser.storage.extraVolumeMounts.home": {
      singleuser: { storage: { extraVolumeMounts: { home: {} } } },
    },
    "singleuser.storage.extraVolumes[0]": { singleuser: { storage: { extraVolumes: [{ name: "home" }] } } },
    "singleuser.extraPodConfig.securityContext": { singleuser: { extraPodConfig: { securityContext: {} } } },
    "singleuser.extraEnv.CHOWN_HOME": { singleuser: { extraEnv: { CHOWN_HOME: "yes" } } },
    "hub.config.KubeSpawner.volume_mounts": { hub: { config: { KubeSpawner: { volume_mounts: [] } } } },
    "hub.config.KubeSpawner.init_containers": { hub: { config: { KubeSpawner: { init_containers: [] } } } },
    "hub.config.KubeSpawner.slug_scheme": { hub: { config: { KubeSpawner: { slug_scheme: "escape" } } } },
    "singleuser.extraPodConfig.volumes": { singleuser: { extraPodConfig: { volumes: [] } } },
    "singleuser.extraPodConfig.security_context": {
      singleuser: { extraPodConfig: { security_context: {} } },
    },
    "hub.config.KubeSpawner.environment": { hub: { config: { KubeSpawner: { environment: { A: "b" } } } } },
    "hub.config.KubeSpawner.profile_list": { hub: { config: { KubeSpawner: { profile_list: [] } } } },
    "hub.config.KubeSpawner.enable_user_namespaces": {
      hub: { config: { KubeSpawner: { enable_user_namespaces: true } } },
    },
    "hub.config.KubeSpawner.extra_pod_config.volumes": {
      hub: { config: { KubeSpawner: { extra_pod_config: { volumes: [] } } } },
    },
    "hub.config.KubeSpawner.extra_container_config.securityContext": {
      hub: { config: { KubeSpawner: { extra_container_config: { securityContext: { runAsUser: 0 } } } } },
    },
    "singleuser.profileList[0].kubespawner_override.extra_container_config.securityContext": {
      singleuser: {
        profileList: [
          { kubespawner_override: { extra_container_config: { securityContext: { runAsUser: 0 } } } },
        ],
      },
    },
    "singleuser.profileList[0].kubespawner_override.environment.CHOWN_HOME": {
      singleuser: { profileList: [{ kubespawner_override: { environment: { CHOWN_HOME: "no", A: "b" } } }] },
    },
    fullnameOverride: { fullnameOverride: "x" },
    "global.safeToShowValues": { global: { safeToShowValues: true } },
    "singleuser.profileList[0].kubespawner_override.uid": {
      singleuser: { profileList: [{ display_name: "root", kubespawner_override: { uid: 0 } }] },
    },
    "singleuser.profileList[0].profile_options.image.choices.a.kubespawner_override.volumes": {
      singleuser: {
        profileList: [
          { profile_options: { image: { choices: { a: { kubespawner_override: { volumes: [] } } } } } },
        ],
      },
    },
  })) {
    it(`refuses what would silently undo the storage or the identity: ${path}`, () => {
      expect(pathsOf(values)).to.deep.equal([`hub.values.${path}`]);
    });
  }

  it("leaves profiles free to choose image and size", () => {
    const kubespawner_override = {
      image: "quay.io/jupyter/scipy-notebook:2026-08-10",
      mem_limit: "4G",
      environment: { OMP_NUM_THREADS: "4" },
      extra_pod_config: { priorityClassName: "users", hostNetwork: false },
      extra_container_config: { envFrom: [] },
    };
    expect(faultsOf({ singleuser: { profileList: [{ display_name: "science", kubespawner_override }] } })).to
      .be.empty;
  });

  it("refuses the driver's value that would delete homes with their claims", () => {
    const values = { controller: { deleteAccessPointRootDir: true } };
    for (const install of ["helm", "addon"])
      expect(valueFaults(settingsOf({ driver: { install, values } })).map(({ path }) => path)).to.deep.equal([
        "driver.values.controller.deleteAccessPointRootDir",
      ]);
  });

  const driverPaths = (values: Record<string, unknown>, raw: Record<string, unknown>) =>
    valueFaults(settingsOf({ ...raw, driver: { values } })).map(({ path }) => path);

  it("refuses tags of the driver's where somebody else's role would refuse every access point with them", () => {
    const values = { controller: { tags: { team: "physics" } } };
    expect(driverPaths(values, { access: "tls", identity: "none" })).to.be.empty;
    expect(driverPaths(values, { provisioning: "dynamic" })).to.be.empty;
    expect(driverPaths(values, { provisioning: "dynamic", access: "tls", identity: "none" })).to.deep.equal([
      "driver.values.controller.tags",
    ]);
  });

  it("refuses another role for a part of the driver that has one", () => {
    const annotations = { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/other" };
    const values = { controller: { serviceAccount: { annotations } } };
    expect(driverPaths(values, { provisioning: "dynamic" })).to.deep.equal([
      "driver.values.controller.serviceAccount.annotations",
    ]);
    expect(driverPaths(values, { provisioning: "dynamic", identity: "irsa" })).to.deep.equal([
      "driver.values.controller.serviceAccount.annotations.eks.amazonaws.com/role-arn",
    ]);
    for (const raw of [
      {},
      { identity: "irsa" },
      { provisioning: "dynamic", access: "tls", identity: "none" },
    ]) {
      expect(driverPaths(values, raw), JSON.stringify(raw)).to.be.empty;
    }
  });
});
