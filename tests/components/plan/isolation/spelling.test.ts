// Proves that values are refused in whichever way they are written: as null, in snake_case, under names of old, in lists and
// mappings. Does not prove that KubeSpawner takes each of these: tests/engine/spawner/values.test.ts asks the real one.
import { expect } from "chai";
import { at, inProfile, OVERRIDE, pathsOf } from "./asked.ts";

const config = (traits: object) => at("hub.config.KubeSpawner", traits);

describe("values that are written otherwise", () => {
  for (const path of [
    "singleuser.extraPodConfig.initContainers",
    "singleuser.extraPodConfig.init_containers",
    "singleuser.extraPodConfig.automountServiceAccountToken",
    "hub.config.KubeSpawner.extra_pod_config.initContainers",
    "hub.config.KubeSpawner.extra_container_config.securityContext",
    "hub.config.KubeSpawner.extra_container_config.volume_mounts",
    "hub.config.KubeSpawner.uid",
    "hub.config.Spawner.fs_gid",
    "hub.config.KubeSpawner.allow_privilege_escalation",
    "hub.config.KubeSpawner.environment",
    "hub.config.JupyterHub.spawner_class",
    "fullnameOverride",
    "singleuser.cloudMetadata",
    "singleuser.cloudMetadata.ip",
  ]) {
    it(`are refused as null, which takes a default away: ${path}`, () => {
      expect(pathsOf(at(path, null))).to.deep.equal([path]);
    });
  }

  it("pass where null, or an empty text, is the chart's own default", () => {
    for (const path of ["nameOverride", "singleuser.podNameTemplate", "singleuser.storage.dynamic.subPath"])
      expect(pathsOf(at(path, null)), path).to.deep.equal([]);
    for (const path of ["fullnameOverride", "nameOverride"])
      expect(pathsOf(at(path, "")), path).to.deep.equal([]);
    expect(pathsOf({ fullnameOverride: "x", nameOverride: "y" })).to.deep.equal([
      "fullnameOverride",
      "nameOverride",
    ]);
  });

  for (const [trait, value] of [
    ["singleuser_uid", 0],
    ["singleuser_fs_gid", 0],
    ["singleuser_init_containers", []],
    ["singleuser_privileged", true],
    ["user_storage_class", "gp3"],
    ["user_storage_pvc_ensure", false],
    ["user_storage_access_modes", []],
    ["singleuser_service_account", "hub"],
  ] as const) {
    it(`are refused under a name of old, in profiles too: ${trait}`, () => {
      expect(pathsOf(config({ [trait]: value }))).to.deep.equal([`hub.config.KubeSpawner.${trait}`]);
      expect(pathsOf(inProfile({ [trait]: value }))).to.deep.equal([`${OVERRIDE}.${trait}`]);
    });
  }

  it("are refused beside what we set in the same place", () => {
    const path = "hub.config.KubeSpawner.container_security_context";
    for (const more of [{ privileged: true }, { capabilities: { add: ["NET_ADMIN"] } }])
      expect(pathsOf(at(path, more), { userMode: "root" })).to.deep.equal([path]);
    const same = { capabilities: { drop: ["NET_RAW"] } };
    expect(pathsOf(at(path, same), { userMode: "root" })).to.deep.equal([]);
  });

  it("are refused as volumes in snake_case", () => {
    const extraVolumes = {
      n: { name: "n", host_path: { path: "/var/lib/kubelet" } },
      m: { name: "m", persistent_volume_claim: { claim_name: "efs-homes" } },
    };
    expect(pathsOf(at("singleuser.storage", { extraVolumes }))).to.deep.equal([
      "singleuser.storage.extraVolumes.n.host_path",
      "singleuser.storage.extraVolumes.m.persistent_volume_claim.claim_name",
    ]);
  });

  it("are refused as mounts in snake_case, each of two that contradict each other", () => {
    const mounts = (item: object) =>
      pathsOf(at("singleuser.storage.extraVolumeMounts", [{ name: "home", ...item }]));
    const refused = ["singleuser.storage.extraVolumeMounts[0]"];
    expect(mounts({ mount_path: "/y", subPath: "_y", sub_path: "" })).to.deep.equal(refused);
    expect(mounts({ mount_path: "/y", sub_path: "_y" })).to.deep.equal([]);
    expect(mounts({ mount_path: "/home/jovyan/", sub_path: "_y" })).to.deep.equal([
      `${refused[0]}.mount_path`,
    ]);
  });

  it("are refused as variables in a list", () => {
    const extraEnv = [
      { name: "A", value: "b" },
      { name: "NB_UID", value: "0" },
      { name: "CHOWN_EXTRA", value: "/opt,/home" },
    ];
    expect(pathsOf(at("singleuser.extraEnv", extraEnv))).to.deep.equal([
      "singleuser.extraEnv[1]",
      "singleuser.extraEnv[2]",
    ]);
  });

  it("are refused as an init container of our name in a list", () => {
    expect(pathsOf(at("singleuser.initContainers", [{ name: "own" }, { name: "block-nfs" }]))).to.deep.equal([
      "singleuser.initContainers[1]",
    ]);
  });
});

describe("what start.sh gives to users", () => {
  for (const places of ["/home", "/opt /home/jovyan", "/etc,/", "/home/./jovyan/"]) {
    it(`may not be the homes: ${places}`, () => {
      expect(pathsOf(at("singleuser.extraEnv.CHOWN_EXTRA", places), { userMode: "root" })).to.deep.equal([
        "singleuser.extraEnv.CHOWN_EXTRA",
      ]);
      expect(pathsOf(inProfile({ environment: { CHOWN_EXTRA: places } }))).to.deep.equal([
        `${OVERRIDE}.environment.CHOWN_EXTRA`,
      ]);
    });
  }

  it("may be elsewhere", () => {
    expect(pathsOf(at("singleuser.extraEnv.CHOWN_EXTRA", "/opt/conda,"), { userMode: "root" })).to.deep.equal(
      [],
    );
  });
});
