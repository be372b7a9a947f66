// Proves, with the real KubeSpawner: whatever values of the user's are taken, in the four cells, a server closes NFS first, has
// its user's home and no other claim of ours, not the hub's service account, Secret or pod, and runs as it was decided, also
// when its user asks for more by the hub's API. And that values which are refused would do what they are refused for. Does not
// prove that the chart hands the values on so (local/spawner/configuration.py stands in for it), nor anything of the API server.
import { expect } from "chai";
import fc from "fast-check";
import { blockNfsContainer } from "../../../components/plan/isolation/blockNfs.ts";
import { valueFaults } from "../../../components/plan/valueGuard.ts";
import { claimNames, hubDatabaseClaim, sharedClaim } from "../../../components/settings/names.ts";
import type { HelmValues, Settings } from "../../../components/settings/settings.ts";
import { faultsOf } from "../../support/faults.ts";
import { cells, settingsOf } from "../../support/settings.ts";
import { slug } from "../../support/slugs.ts";
import { hubValues, servers } from "./arbitraryValues.ts";
import { answersOf, homeOf, isMade, type Made, mountedAt, notebook } from "./spawner.ts";

const sharedFolders = { course: { writers: "admins" } };
const HOME = "/home/jovyan";

/** What is wrong with a server, in words; none, where it is held as it should be. */
function wrongs(settings: Settings, server: Made): string[] {
  const { spec, metadata } = server.pod;
  const own = `home-${slug.safe(server.user)}`;
  const { securityContext, volumeMounts, ...container } = notebook(server);
  const isRoot = settings.userMode === "root";
  const isStatic = settings.provisioning === "static";
  const ofHomes = isRoot ? claimNames.plain : claimNames.enforced;
  const claimOf = (name: string) =>
    spec.volumes.find((volume) => volume.name === name)?.persistentVolumeClaim?.claimName;
  const allowed = isStatic ? [ofHomes, own] : [own, sharedClaim("course")];
  const reserved = [...Object.values(claimNames), hubDatabaseClaim, sharedClaim("course")];
  const everything = JSON.stringify([spec.volumes, container]);
  const first = spec.initContainers?.[0];
  const blocks = blockNfsContainer(settings);
  const rules: Record<string, boolean> = {
    "NFS is closed first": first?.name === blocks.name && first.command?.[2] === blocks.command[2],
    "NFS is closed by ours alone":
      spec.initContainers?.filter(({ name }) => name === blocks.name).length === 1,
    "the home is the user's": homeOf(settings, server) === `/hub/${own}`,
    "nothing else of the homes": volumeMounts.every(({ name, subPath, subPathExpr, readOnly, mountPath }) => {
      if (claimOf(name) !== ofHomes || mountPath === HOME) return true;
      const [top = ""] = (subPath ?? subPathExpr ?? "").split("/");
      return (
        top === own || (top.startsWith("_") && (top !== "_course" || readOnly === true)) || top === "data"
      );
    }),
    "shared folders are read-only": mountedAt(server, `${HOME}/shared/course`).readOnly,
    "no claim of others": spec.volumes.every(({ persistentVolumeClaim: claim }) => {
      if (claim === undefined || allowed.includes(claim.claimName)) return true;
      return !reserved.includes(claim.claimName) && !claim.claimName.startsWith("home-");
    }),
    "nothing of the node": !/"(hostPath|nfs)"|efs\.csi/.test(everything),
    "no Secret of the hub": !/"secretName":"hub"|"secret(Ref|KeyRef)?":\{[^}]*"name":"hub"/.test(everything),
    "not the hub's account": spec.serviceAccountName !== "hub",
    "no token": spec.serviceAccountName !== undefined || spec.automountServiceAccountToken === false,
    "the pod is alone": [spec.hostNetwork, spec.hostPID, spec.hostIPC].every((host) => host !== true),
    "the user is as decided": securityContext.runAsUser === (isRoot ? 0 : 1000),
    "nobody rises": securityContext.allowPrivilegeEscalation === false && securityContext.privileged !== true,
    "no raw packets": !isRoot || JSON.stringify(securityContext).includes('"drop":["NET_RAW"]'),
    "files are as decided": spec.securityContext.fsGroup === 100,
    "it belongs to the stack": metadata.ownerReferences?.length === 1,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

const inCell = (cell: object, values: HelmValues, more: object = {}) =>
  settingsOf({ ...cell, sharedFolders, ...more, hub: { values } });

for (const { title, ...cell } of cells) {
  describe(`a server with values of the user's: ${title}`, () => {
    it("is held, whatever values are taken", async () => {
      const taken = fc
        .sample(hubValues, { numRuns: 2500 })
        .filter((values) => faultsOf({ ...cell, sharedFolders, hub: { values } }).length === 0)
        .map((values) => inCell(cell, values))
        .filter((settings) => valueFaults(settings).length === 0);
      expect(taken.length, "values that were taken").to.be.above(80);
      const hubs = taken.slice(0, 200).map((settings) => ({ settings, servers }));
      const answers = await answersOf(hubs);
      const held = answers.flatMap((all, index) =>
        all.filter(isMade).map((server) => ({ server, settings: hubs[index]?.settings })),
      );
      expect(held.length, "servers that were made").to.be.above(300);
      const broken = held.flatMap(({ server, settings }) =>
        settings === undefined
          ? "no such hub"
          : wrongs(settings, server).map((wrong) => `${wrong}: ${JSON.stringify(settings.hub.values)}`),
      );
      expect(broken).to.deep.equal([]);
    });
  });
}

describe("values that are refused", () => {
  const options = { p: { hostPID: true }, q: "hub" };
  const volume = (item: object) => ({
    singleuser: { storage: { extraVolumes: { x: { name: "x", ...item } } } },
  });
  const dynamic = { provisioning: "dynamic" };
  for (const [rule, values, raw] of [
    ["NFS is closed first", { singleuser: { extraPodConfig: { initContainers: null } } }],
    [
      "the pod is alone",
      { hub: { config: { KubeSpawner: { apply_user_options: { p: "extra_pod_config" } } } } },
    ],
    [
      "not the hub's account",
      { hub: { config: { KubeSpawner: { apply_user_options: { q: "service_account" } } } } },
    ],
    ["not the hub's account", { hub: { config: { KubeSpawner: { singleuser_service_account: "hub" } } } }],
    ["nothing of the node", volume({ host_path: { path: "/" } })],
    ["no Secret of the hub", volume({ secret: { secretName: "hub" } })],
    [
      "nothing else of the homes",
      {
        singleuser: {
          storage: { extraVolumeMounts: { x: { name: "home", mountPath: "/x", subPath: "{username}" } } },
        },
      },
    ],
    [
      "the home is the user's",
      {
        singleuser: {
          storage: {
            extraVolumes: { "volume-{user_server}": { name: "volume-{user_server}", emptyDir: {} } },
          },
        },
      },
      dynamic,
    ],
    ["the user is as decided", { hub: { config: { KubeSpawner: { uid: null } } } }],
  ] as const) {
    it(`would break the rule: ${rule}: ${JSON.stringify(values)}`, async () => {
      const settings = inCell({}, values, raw);
      expect(valueFaults(settings)).not.to.be.empty;
      const [[server] = []] = await answersOf([{ settings, servers: [{ user: "home-alice", options }] }]);
      if (server === undefined || !isMade(server)) throw new Error(JSON.stringify(server));
      expect(wrongs(settings, server)).to.include(rule);
    });
  }
});
