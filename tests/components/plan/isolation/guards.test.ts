// Proves, value by value, which of the user's would undo the isolation of homes and are refused, and that a harmless
// neighbour passes. Does not prove that KubeSpawner has no other trait: the list is what its release 7.0 has.
import { expect } from "chai";
import { valueFaults } from "../../../../components/plan/valueGuard.ts";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { settingsOf } from "../../../support/settings.ts";

type Values = Record<string, unknown>;

/** `a.b.c` and a value, as nested mappings. */
const at = (path: string, value: unknown): Values =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Values;
const faultsOf = (values: Values, raw: Values = {}) => valueFaults(settingsOf({ ...raw, hub: { values } }));
const pathsOf = (values: Values, raw?: Values) =>
  faultsOf(values, raw).map(({ path }) => path.replace("hub.values.", ""));

const traits: readonly [trait: string, refused: unknown, harmless?: unknown][] = [
  ["extra_pod_config.hostNetwork", true, false],
  ["extra_pod_config.host_network", true, false],
  ["extra_pod_config.hostPID", true, false],
  ["extra_pod_config.hostIPC", true, false],
  ["extra_pod_config.shareProcessNamespace", true, false],
  ["extra_pod_config.serviceAccountName", "hub"],
  ["extra_pod_config.service_account_name", "hub"],
  ["extra_pod_config.automountServiceAccountToken", true, false],
  ["extra_container_config.env", []],
  ["extra_container_config.command", ["sh"]],
  ["extra_container_config.volumeDevices", []],
  ["automount_service_account_token", true, false],
  ["privileged", true],
  ["container_security_context", { privileged: true }],
  ["modify_pod_hook", "x"],
  ["pod_name_template", "jupyter"],
  ["common_labels", {}],
  ["component_label", "x"],
  ["user_namespace_template", "x"],
  ["namespace", "other"],
  ["singleuser_privileged", true],
  ["singleuser_extra_container_config.securityContext", {}],
];

describe("values that would undo the isolation of homes", () => {
  for (const [trait, refused, harmless] of traits) {
    it(`are refused as a trait, in whichever section, and in a profile: ${trait}`, () => {
      for (const section of ["KubeSpawner", "Spawner", "Configurable"]) {
        const path = `hub.config.${section}.${trait}`;
        expect(pathsOf(at(path, refused))).to.deep.equal([path]);
        if (harmless !== undefined) expect(pathsOf(at(path, harmless)), path).to.deep.equal([]);
      }
      const inProfile = (value: unknown) => ({
        singleuser: {
          profileList: [
            {
              profile_options: {
                size: { unlisted_choice: { enabled: true, kubespawner_override: at(trait, value) } },
              },
            },
          ],
        },
      });
      const start = "singleuser.profileList[0].profile_options.size.unlisted_choice.kubespawner_override";
      expect(pathsOf(inProfile(refused))).to.deep.equal([`${start}.${trait}`]);
      if (harmless !== undefined) expect(pathsOf(inProfile(harmless))).to.deep.equal([]);
    });
  }

  for (const [path, refused, harmless] of [
    ["singleuser.extraPodConfig.hostNetwork", true, false],
    ["singleuser.extraPodConfig.host_pid", true, false],
    ["singleuser.extraPodConfig.shareProcessNamespace", true, false],
    ["singleuser.extraPodConfig.serviceAccountName", "default", undefined],
    ["singleuser.cloudMetadata.ip", "169.254.169.253", "169.254.169.254"],
    ["singleuser.podNameTemplate", "jupyter", "jupyter-{user_server}"],
    ["singleuser.storage.dynamic.subPath", "{username}", null],
    ["singleuser.initContainers", { own: { name: "own" } }, [{ name: "own" }]],
    ["singleuser.networkPolicy.egress", { own: {} }, []],
    ["singleuser.serviceAccountName", "hub", "readers"],
    ["hub.config.JupyterHub.spawner_class", "simple", "kubespawner.KubeSpawner"],
    ["hub.config.Spawner.apply_user_options", { size: "volumes" }, { size: "mem_limit" }],
    ["hub.config.Spawner.service_account", "hub", "readers"],
  ] as const) {
    it(`are refused: ${path}`, () => {
      expect(pathsOf(at(path, refused))).to.deep.equal([path]);
      expect(pathsOf(at(path, harmless))).to.deep.equal([]);
    });
  }

  it("are refused where the hub's own service account has another name", () => {
    const hub = { serviceAccount: { name: "boss" } };
    expect(pathsOf({ hub, singleuser: { serviceAccountName: "boss" } })).to.deep.equal([
      "singleuser.serviceAccountName",
    ]);
    expect(pathsOf({ hub, singleuser: { serviceAccountName: "hub" } })).to.deep.equal([]);
  });

  for (const path of [
    "singleuser.profileList",
    "singleuser.extraPodConfig",
    "hub.config",
    "hub.config.Spawner",
  ]) {
    it(`are refused where they cannot be looked into: ${path}`, () => {
      expect(pathsOf(at(path, new SecretLeaf("x")))).to.deep.equal([path]);
    });
  }

  it("may hold a secret further inside", () => {
    const extraEnv = { TOKEN: new SecretLeaf("x") };
    expect(pathsOf({ singleuser: { extraEnv }, hub: { config: { OAuth: { secret: new SecretLeaf("x") } } } }))
      .to.be.empty;
  });

  const volume = (item: unknown) => at("singleuser.storage.extraVolumes", item);
  const claim = (claimName: string) => ({ name: "more", persistentVolumeClaim: { claimName } });
  for (const [what, item, inside] of [
    ["of NFS", { name: "more", nfs: { server: "10.0.0.1", path: "/" } }, "nfs"],
    ["of the node", { name: "more", hostPath: { path: "/var/lib/kubelet" } }, "hostPath"],
    ["of the driver's", { name: "more", csi: { driver: "efs.csi.aws.com" } }, "csi.driver"],
    ["of all homes", claim("efs-homes"), "persistentVolumeClaim.claimName"],
    ["of all homes, by root's way", claim("efs-homes-plain"), "persistentVolumeClaim.claimName"],
    ["of the hub's database", claim("hub-db-dir"), "persistentVolumeClaim.claimName"],
  ] as const) {
    it(`are refused as a volume ${what}, in a list and under a key`, () => {
      expect(pathsOf(volume([{ name: "tmp", emptyDir: {} }, item]))).to.deep.equal([
        `singleuser.storage.extraVolumes[1].${inside}`,
      ]);
      expect(pathsOf(volume({ more: item }))).to.deep.equal([
        `singleuser.storage.extraVolumes.more.${inside}`,
      ]);
    });
  }

  it("are refused as a claim on a home, by a rule of the settings", () => {
    for (const name of ["home-bob", "{pvc_name}"]) {
      const values = volume({ more: claim(name) });
      expect(() => settingsOf({ provisioning: "dynamic", hub: { values } }), name).to.throw(
        /"homeDirectory" must not/,
      );
    }
    expect(pathsOf(volume({ more: claim("home-bob") }))).to.deep.equal([]);
  });

  it("are no volumes of other kinds, nor claims of somebody's own", () => {
    const secret = { name: "s", secret: { secretName: "certificates" } };
    const csi = { name: "c", csi: { driver: "secrets-store.csi.k8s.io" } };
    expect(pathsOf(volume([secret, csi, claim("data"), { name: "tmp", emptyDir: {} }]))).to.deep.equal([]);
  });

  const mount = (more: object, raw?: Values) =>
    pathsOf(
      at("singleuser.storage.extraVolumeMounts", { more: { name: "home", mountPath: "/x", ...more } }),
      raw,
    );
  const refusedMount = ["singleuser.storage.extraVolumeMounts.more"];
  for (const more of [
    {},
    { subPath: "" },
    { subPath: "./" },
    { subPath: "home-bob" },
    { subPath: "home-bob/notes" },
    { subPath: "home-{unescaped_username}" },
    { subPath: "_data/{unescaped_username}" },
    { subPathExpr: "home-$(X)" },
  ]) {
    it(`are refused as a mount of the homes' volume: ${JSON.stringify(more)}`, () => {
      expect(mount(more)).to.deep.equal(refusedMount);
      expect(mount({ ...more, name: "other" })).to.deep.equal([]);
      expect(mount(more, { provisioning: "dynamic" })).to.deep.equal([]);
    });
  }

  it("are no mounts beside the homes, nor of the user's own home", () => {
    expect(mount({ subPath: "_data", readOnly: true })).to.deep.equal([]);
    expect(mount({ subPath: "home-{username}/data" })).to.deep.equal([]);
    expect(mount({ subPath: "bob" }, { homeDirectory: "{username}" })).to.deep.equal(refusedMount);
    expect(mount({ subPath: "_data" }, { homeDirectory: "{username}" })).to.deep.equal([]);
  });

  it("are told with what to do instead", () => {
    const [fault] = faultsOf(at("singleuser.extraPodConfig.serviceAccountName", "x"));
    expect(fault).to.deep.equal({
      path: "hub.values.singleuser.extraPodConfig.serviceAccountName",
      rule: "may not be set, because it gives servers a service account past the value for it",
      got: '"x"',
      fix: "name it in `hub.values.singleuser.serviceAccountName`",
    });
  });
});
