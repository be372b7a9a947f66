// Proves what is taken with a warning, and that each names what is then open. Does not prove that a cluster enforces
// what it says.
import { expect } from "chai";
import { isolationWarnings } from "../../../../components/plan/isolation/warnings.ts";
import { settingsOf } from "../../../support/settings.ts";

type Values = Record<string, unknown>;
const known = { vpcCidrs: [], networkPolicy: true };
const warningsOf = (values: Values, hub: Values = {}, place: object = known, raw: Values = {}) =>
  isolationWarnings(settingsOf({ ...raw, hub: { ...hub, values } }), place);

describe("isolationWarnings", () => {
  it("have nothing to say of a hub without further values, where policies are enforced", () => {
    expect(warningsOf({})).to.deep.equal([]);
  });

  it("tell what is open where the block is off", () => {
    const [warning, ...more] = warningsOf({}, { blockNfs: false });
    expect(warning).to.match(/^hub\.blockNfs: false: .*port 2049/);
    expect(more).to.be.empty;
  });

  it("tell what is open where policies are not enforced, with the block and without", () => {
    const off = { vpcCidrs: [], networkPolicy: false };
    expect(warningsOf({}, {}, off).join()).to.match(/enableNetworkPolicy off.*but for NFS/);
    expect(warningsOf({}, {}, { vpcCidrs: [] }).join()).to.match(/is not known.*but for NFS/);
    expect(warningsOf({}, { blockNfs: false }, off).join()).to.match(
      /reaches port 2049 of every mount target/,
    );
  });

  it("judge nothing that was not looked up", () => {
    expect(warningsOf({}, {}, {})).to.deep.equal([]);
  });

  it("tell of the metadata service, by what else holds it back", () => {
    const values = { singleuser: { cloudMetadata: { blockWithIptables: false } } };
    expect(warningsOf(values).join()).to.match(/only the network policy/);
    expect(warningsOf(values, {}, { vpcCidrs: [], networkPolicy: false }).join()).to.match(
      /nothing that we know/,
    );
  });

  for (const [what, values, text] of [
    [
      "a service account",
      { singleuser: { serviceAccountName: "a" } },
      /singleuser\.serviceAccountName: users get/,
    ],
    ["a Secret with values", { hub: { existingSecret: "mine" } }, /existingSecret: values/],
    [
      "a hub without a policy",
      { hub: { networkPolicy: { enabled: false } } },
      /hub\.networkPolicy\.enabled: false/,
    ],
    [
      "a proxy without a policy",
      { proxy: { chp: { networkPolicy: { enabled: false } } } },
      /chp\.networkPolicy\.enabled: false/,
    ],
  ] as const) {
    it(`tell of ${what}`, () => {
      expect(warningsOf(values)).to.have.lengthOf(1);
      expect(warningsOf(values)[0]).to.match(text);
    });
  }

  const withRoles = (hub: Values) => warningsOf({ hub });

  it("tell of a role that leads into the servers of others, of all or of some, and not of one's own", () => {
    const withScopes = (scopes: string[]) =>
      withRoles({ loadRoles: { teachers: { scopes, groups: ["t"] } } });
    expect(withScopes(["access:servers"])[0]).to.match(
      /loadRoles\.teachers: whoever .* enters .* of all users/,
    );
    expect(withScopes(["access:servers!group=class"]).join()).to.match(/enters .* of group=class/);
    for (const scope of ["admin:servers", "admin:users", "tokens", "groups", "admin:groups", "shares"])
      expect(withScopes([scope]), scope).to.have.lengthOf(1);
    const own = ["self", "access:servers!user", "shares!user", "read:users", "list:groups", "admin-ui"];
    expect(withScopes(own)).to.be.empty;
    const load_roles = [{ name: "z", scopes: ["access:servers"], groups: ["all"] }];
    expect(withRoles({ config: { JupyterHub: { load_roles } } }).join()).to.match(/load_roles\[0\]: whoever/);
  });

  it("tell of administrators whom hub.admins does not name, and of services that are one", () => {
    for (const roles of [{ admin: { users: ["bob"] } }, { x: { name: "admin", groups: ["all"] } }])
      expect(withRoles({ loadRoles: roles }).join()).to.match(/administers the hub/);
    expect(withRoles({ loadRoles: { admin: { users: [] } } })).to.be.empty;
    expect(withRoles({ services: { grader: { admin: true } } })[0]).to.match(/services\.grader\.admin: true/);
    expect(withRoles({ config: { JupyterHub: { services: [{ admin: true }] } } })).to.have.lengthOf(1);
    expect(withRoles({ services: { grader: { url: "http://x" } } })).to.be.empty;
  });

  it("tell of what lets others than the proxy in to servers", () => {
    const withPolicy = (networkPolicy: Values) => warningsOf({ singleuser: { networkPolicy } });
    expect(withPolicy({ ingress: [{}] })[0]).to.match(/networkPolicy\.ingress: whom/);
    expect(withPolicy({ interNamespaceAccessLabels: "accept" })[0]).to.match(/accept: pods/);
    expect(withPolicy({ ingress: [], interNamespaceAccessLabels: "ignore" })).to.be.empty;
  });

  it("tell of what the hub is started with, and of files in place of its configuration", () => {
    expect(warningsOf({ hub: { args: ["--KubeSpawner.init_containers=[]"] } })[0]).to.match(
      /hub\.args: what/,
    );
    expect(warningsOf({ hub: { command: ["sh"] } })[0]).to.match(/hub\.command: what/);
    const at = (mountPath: string) =>
      warningsOf({ hub: { extraFiles: { x: { mountPath, stringData: "" } } } });
    for (const file of [
      "",
      "/jupyterhub_config.py",
      "/z2jh.py",
      "/existing-secret/values.yaml",
      "//secret/x",
    ])
      expect(at(`/usr/local/etc/jupyterhub${file}`), file).to.have.lengthOf(1);
    expect(at("/usr/local/etc/jupyterhub/jupyterhub_config.d/x.py")).to.be.empty;
    expect(at("/usr/local/share/jupyterhub/templates/x.html")).to.be.empty;
    expect(warningsOf({ hub: { args: [], command: null } })).to.be.empty;
  });

  it("tell of files among what start.sh runs, where servers start as root", () => {
    const values = { singleuser: { extraFiles: { x: { mountPath: "/usr/local/bin/start.sh" } } } };
    expect(warningsOf(values, {}, known, { userMode: "root" }).join()).to.match(/extraFiles\.x: .*as root/);
    expect(warningsOf(values)).to.be.empty;
  });

  const sidecar = (container: object) => ({ singleuser: { extraContainers: [{ name: "s", ...container }] } });

  it("tell of a container beside the server that may open what is closed, or sees every home", () => {
    for (const securityContext of [{ privileged: true }, { capabilities: { add: ["NET_ADMIN"] } }]) {
      expect(warningsOf(sidecar({ securityContext })).join()).to.match(/extraContainers\[0\]: it may change/);
      const profileList = [{ kubespawner_override: { extra_containers: [{ securityContext }] } }];
      expect(warningsOf({ singleuser: { profileList } }).join()).to.match(/extra_containers\[0\]: it may/);
    }
    const volumeMounts = [{ name: "home", mountPath: "/homes" }];
    expect(warningsOf(sidecar({ volumeMounts })).join()).to.match(
      /volumeMounts\[0\]: it mounts .* every home/,
    );
    expect(warningsOf(sidecar({ volumeMounts }), {}, known, { provisioning: "dynamic" })).to.be.empty;
  });

  it("tell of init containers, in snake_case too", () => {
    const container = {
      name: "s",
      security_context: { privileged: true },
      volume_mounts: [{ name: "home", subPath: "." }],
    };
    const [opens, shows, ...more] = warningsOf({ singleuser: { initContainers: [container] } });
    expect(opens).to.match(/initContainers\[0\]: it may change/);
    expect(shows).to.match(/initContainers\[0\]\.volume_mounts\[0\]: it mounts .* every home/);
    expect(more).to.be.empty;
  });

  it("tell of another image for what closes NFS, and of places that start.sh gives to users", () => {
    const image = { name: "busybox", tag: "1" };
    const values = { singleuser: { networkTools: { image }, extraEnv: { CHOWN_EXTRA: "/etc" } } };
    expect(warningsOf(values).join()).to.match(
      /^hub\.values\.singleuser\.networkTools\.image\.name: it closes NFS/,
    );
    expect(warningsOf(values, { blockNfs: false }).join()).not.to.include("networkTools");
    expect(warningsOf(values, {}, known, { userMode: "root" }).join()).to.match(/CHOWN_EXTRA: users own/);
  });

  it("tell of images in profiles that nobody knows, where servers start as root", () => {
    const values = { singleuser: { profileList: [{ kubespawner_override: { image: "ubuntu:24.04" } }] } };
    expect(warningsOf(values, {}, known, { userMode: "root" }).join()).to.match(
      /kubespawner_override\.image: ubuntu is not known/,
    );
    expect(warningsOf(values)).to.be.empty;
  });

  it("take other containers beside the server", () => {
    const volumeMounts = [{ name: "home", mountPath: "/home/jovyan", subPath: "home-{username}" }];
    const securityContext = { capabilities: { drop: ["ALL"], add: ["CHOWN"] } };
    expect(warningsOf(sidecar({ volumeMounts, securityContext }))).to.be.empty;
  });

  const python = (text: string) => warningsOf({ hub: { extraConfig: { mine: text } } });

  it("tell of Python that names what our settings decide, once for each", () => {
    const [one, other, ...more] = python(
      "c.KubeSpawner.volumes = []\nc.Spawner.uid = 0\nc.KubeSpawner.volumes += x",
    );
    expect(one).to.match(/^hub\.values\.hub\.extraConfig\.mine: it names volumes,/);
    expect(other).to.include("names uid,");
    expect(more).to.be.empty;
    expect(python('c.JupyterHub.spawner_class = "x"').join()).to.include("names spawner_class");
    for (const text of [
      'c["KubeSpawner"]["volumes"] = {}',
      "c.update({'KubeSpawner': {'volumes': []}})",
      'setattr(c.KubeSpawner, "volumes", [])',
    ])
      expect(python(text).join(), text).to.include("names volumes,");
    const files = { hub: { extraFiles: { more: { stringData: "c.KubeSpawner.privileged = True" } } } };
    expect(warningsOf(files).join()).to.match(/extraFiles\.more: it names privileged/);
    const binaryData = Buffer.from("c.KubeSpawner.volumes = []").toString("base64");
    for (const file of [{ binaryData }, { data: { KubeSpawner: { volumes: [] } } }])
      expect(warningsOf({ hub: { extraFiles: { file } } }).join()).to.match(/file: it names volumes/);
  });

  it("take other Python, and a hook, which is kept", () => {
    expect(python("c.KubeSpawner.modify_pod_hook = mine")).to.be.empty;
    expect(python("c.KubeSpawner.image = 'x'\nc.JupyterHub.template_vars = {}")).to.be.empty;
  });

  it("tell of images of users' own, where servers start as root", () => {
    const choice = { unlisted_choice: { enabled: true, kubespawner_override: { image: "{value}" } } };
    const values = { singleuser: { profileList: [{ profile_options: { image: choice } }] } };
    expect(warningsOf(values, {}, known, { userMode: "root" }).join()).to.match(/starts as root/);
    expect(warningsOf(values)).to.be.empty;
  });
});
