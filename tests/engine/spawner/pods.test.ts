// Proves, with the real KubeSpawner, the pods that the hub makes of our values in the four cells: where the home is, who the
// server runs as, what it belongs to, and who may write into shared folders. Does not prove that the chart hands the values on
// so (local/spawner/configuration.py stands in for it), nor what the kubelet makes of a pod.
import { expect } from "chai";
import { anchorConfig } from "../../../components/plan/serversAnchor.ts";
import { cells, settingsOf } from "../../support/settings.ts";
import { homeOf, made, mountedAt, notebook } from "./spawner.ts";

const bob = { user: "Bob.Smith" };
const sharedFolders = {
  data: {},
  course: { writers: "admins" },
  drop: { writers: "everyone" },
};

/** A hook of the user's own, and a container beside the server that has the folder too. */
const theirs = {
  hub: {
    extraConfig: {
      mine: [
        "async def mine(spawner, pod):",
        '    pod.metadata.owner_references = ["mine"]',
        "    return pod",
        "c.KubeSpawner.modify_pod_hook = mine",
      ].join("\n"),
    },
  },
  singleuser: {
    extraContainers: [
      {
        name: "beside",
        image: "beside",
        volumeMounts: [{ name: "scratch", mountPath: "/home/jovyan/shared/course", readOnly: true }],
      },
    ],
    storage: { extraVolumes: [{ name: "scratch", emptyDir: {} }] },
  },
};

for (const { title, ...cell } of cells) {
  describe(`the server of ${title}`, () => {
    const isStatic = cell.provisioning === "static";

    it("has the user's home, at the path that the plan tells, whatever the server is called", async () => {
      const settings = settingsOf(cell);
      const servers = await made(settings, [bob, { ...bob, server: "gpu" }, { user: "alice" }]);
      expect(servers.map((server) => homeOf(settings, server))).to.deep.equal([
        "/hub/home-bob-smith---365b77fb",
        "/hub/home-bob-smith---365b77fb",
        "/hub/home-alice",
      ]);
      const [first, named] = servers;
      expect(first?.pod.metadata.name).not.to.equal(named?.pod.metadata.name);
      if (isStatic) expect(first).not.to.have.property("claim");
      else {
        expect(first?.claim?.metadata.name).to.equal("home-bob-smith---365b77fb");
        expect(first?.claim?.spec).to.deep.include({
          storageClassName: "hub-efs-homes",
          accessModes: ["ReadWriteMany"],
        });
      }
    });

    it("runs as it was decided", async () => {
      const [server] = await made(settingsOf({ ...cell, posix: { uid: 2000, gid: 200 } }), [bob]);
      if (server === undefined) throw new Error("no server");
      const isRoot = cell.userMode === "root";
      expect(notebook(server).securityContext).to.deep.include({
        runAsUser: isRoot ? 0 : 2000,
        ...(!isRoot && { runAsGroup: 200 }),
        allowPrivilegeEscalation: false,
      });
      expect(server.pod.spec.securityContext).to.deep.equal({ fsGroup: 200 });
    });

    it("belongs to the stack's object, so that it ends with it, and a hook that was there is kept", async () => {
      const [plain] = await made(settingsOf(cell), [bob]);
      const [server] = await made(settingsOf({ ...cell, sharedFolders, hub: { values: theirs } }), [bob]);
      const anchor = {
        apiVersion: "v1",
        kind: "ConfigMap",
        name: "users-servers",
        uid: "(known after up)",
        blockOwnerDeletion: true,
      };
      expect(anchorConfig("(known after up)")).to.include("(known after up)");
      expect(plain?.pod.metadata.ownerReferences).to.deep.equal([anchor]);
      expect(server?.pod.metadata.ownerReferences).to.deep.equal(["mine", anchor]);
    });

    it("has shared folders to read, and to write for whom they are", async () => {
      const settings = settingsOf({ ...cell, sharedFolders, hub: { values: theirs } });
      const [user, admin] = await made(settings, [{ user: "alice" }, { user: "root", admin: true }]);
      if (user === undefined || admin === undefined) throw new Error("no server");
      const claimOfHomes = cell.userMode === "root" ? "efs-homes-plain" : "efs-homes";
      for (const [server, readOnly] of [
        [user, { data: true, course: true, drop: false }],
        [admin, { data: true, course: false, drop: false }],
      ] as const) {
        for (const [name, expected] of Object.entries(readOnly)) {
          expect(mountedAt(server, `/home/jovyan/shared/${name}`), name).to.deep.equal({
            claim: isStatic ? claimOfHomes : `shared-${name}`,
            subPath: isStatic ? `_${name}` : "",
            readOnly: expected,
          });
        }
        const claims = server.pod.spec.volumes.flatMap(({ persistentVolumeClaim: claim }) => claim ?? []);
        expect(new Set(claims.map(({ claimName }) => claimName)).size, "a claim twice hangs").to.equal(
          claims.length,
        );
      }
      const beside = admin.pod.spec.containers.find(({ name }) => name === "beside");
      expect(beside?.volumeMounts).to.have.deep.nested.property("[0].readOnly", true);
    });

    it("keeps all of that in a profile", async () => {
      const profile = (slug: string, override: object) => ({
        display_name: slug,
        slug,
        kubespawner_override: override,
      });
      const singleuser = { profileList: [profile("small", {}), profile("large", { image: "large:1" })] };
      const settings = settingsOf({ ...cell, sharedFolders, hub: { values: { singleuser } } });
      const [small, large] = await made(
        settings,
        ["small", "large"].map((choice) => ({ ...bob, options: { profile: choice } })),
      );
      if (small === undefined || large === undefined) throw new Error("no server");
      expect(notebook(large)).to.deep.equal({ ...notebook(small), env: expectEnv(large), image: "large:1" });
      expect(homeOf(settings, large)).to.equal(homeOf(settings, small));
    });
  });
}

/** The image is told in the environment, too. */
const expectEnv = (server: Parameters<typeof notebook>[0]): unknown =>
  (notebook(server) as unknown as { env: unknown }).env;
