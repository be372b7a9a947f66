// Proves that servers get nothing of the hub's: its Secret, its variables, its last word in Python; and that root servers start
// from no image without start.sh. Does not prove that a Secret of another name holds none of the hub's secrets.
import { expect } from "chai";
import { at, inProfile, OVERRIDE, pathsOf } from "./asked.ts";

const reference = (name: string) => ({ valueFrom: { secretKeyRef: { name, key: "k" } } });

describe("the hub's own Secret", () => {
  for (const [path, of] of [
    ["singleuser.storage.extraVolumes.s.secret.secretName", (name: string) => name],
    ["singleuser.storage.extraVolumes.s.secret.secret_name", (name: string) => name],
    ["singleuser.extraEnv.X.valueFrom.secretKeyRef.name", (name: string) => name],
    ["hub.config.KubeSpawner.extra_container_config.env_from", (name: string) => [{ secretRef: { name } }]],
  ] as const) {
    it(`is not for servers: ${path}`, () => {
      const refused = path.endsWith("env_from") ? `${path}[0].secretRef.name` : path;
      for (const name of ["hub", "h{servername}", "{unescaped_username}"])
        expect(pathsOf(at(path, of(name))), name).to.deep.equal([refused]);
      expect(pathsOf(at(path, of("certificates")))).to.deep.equal([]);
    });
  }

  it("is not for servers in a projected volume, a list of variables, another container, or a profile", () => {
    const sources = [{ secret: { name: "mine" } }, { secret: { name: "hub" } }];
    expect(
      pathsOf(at("singleuser.storage.extraVolumes", [{ name: "s", projected: { sources } }])),
    ).to.deep.equal(["singleuser.storage.extraVolumes[0].projected.sources[1].secret.name"]);
    expect(
      pathsOf(at("singleuser.extraContainers", [{ env: [{ name: "X", ...reference("hub") }] }])),
    ).to.deep.equal(["singleuser.extraContainers[0].env[0].valueFrom.secretKeyRef.name"]);
    expect(pathsOf(inProfile({ environment: { X: reference("hub") } }))).to.deep.equal([
      `${OVERRIDE}.environment.X.valueFrom.secretKeyRef.name`,
    ]);
  });

  it("is the one that the values name, too", () => {
    const singleuser = { extraEnv: { X: reference("mine") } };
    expect(pathsOf({ singleuser })).to.deep.equal([]);
    expect(pathsOf({ singleuser, hub: { existingSecret: "mine" } })).to.deep.equal([
      "singleuser.extraEnv.X.valueFrom.secretKeyRef.name",
    ]);
  });

  it("is not handed on with the hub's variables", () => {
    const path = "hub.config.KubeSpawner.env_keep";
    expect(pathsOf(at(path, ["CONFIGPROXY_AUTH_TOKEN"]))).to.deep.equal([path]);
  });
});

describe("Python of the user's", () => {
  it("does not run after ours", () => {
    const python = (key: string) =>
      pathsOf(at("hub.extraConfig", { [key]: "c.KubeSpawner.modify_pod_hook = f" }));
    for (const key of ["zzz", "zz-jupyterhub-efs-z", "é"])
      expect(python(key), key).to.deep.equal([`hub.extraConfig.${key}`]);
    for (const key of ["10-mine", "myConfig.py", "zz"]) expect(python(key), key).to.deep.equal([]);
  });
});

describe("images of root servers", () => {
  const sample = "quay.io/jupyterhub/k8s-singleuser-sample:4.4.0";
  for (const [image, refused] of [
    [sample, true],
    ["localhost:5000/mirror/k8s-singleuser-sample", true],
    ["jupyter/scipy-notebook:2024-02-01", true],
    ["quay.io/jupyter/scipy-notebook:2023-11-01", true],
    ["quay.io/jupyter/scipy-notebook:2026-08-10", false],
    ["example.org/own:1", false],
    ["{value}", false],
  ] as const) {
    it(`have start.sh, in profiles too: ${image}`, () => {
      const paths = (raw?: Record<string, unknown>) => pathsOf(inProfile({ image }), raw);
      expect(paths({ userMode: "root" })).to.deep.equal(refused ? [`${OVERRIDE}.image`] : []);
      expect(paths()).to.deep.equal([]);
    });
  }

  it("have start.sh as a trait of KubeSpawner's, and in a container's own field", () => {
    for (const path of ["image", "image_spec", "extra_container_config.image"].map(
      (trait) => `hub.config.KubeSpawner.${trait}`,
    ))
      expect(pathsOf(at(path, sample), { userMode: "root" })).to.deep.equal([path]);
  });
});
