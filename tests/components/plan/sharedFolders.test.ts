// Proves where shared folders lie and how servers mount them in the four cells, and what the job that makes them does on real
// directories. Does not prove that the kubelet mounts them so: tests/engine/spawner proves the pods that the hub makes.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { planHomes } from "../../../components/plan/homes.ts";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import { planSharedFoldersJob } from "../../../components/plan/sharedFoldersJob.ts";
import { homes } from "../../../cli/homesSections.ts";
import { makePlan } from "../../../components/plan/makePlan.ts";
import { valueAt } from "../../../components/settings/path.ts";
import { cells, programSettingsOf, settingsOf, site } from "../../support/settings.ts";

type Raw = Record<string, unknown>;

const folders = { data: {}, course: { writers: "admins" }, drop: { writers: "everyone" } };
const shared = (raw: Raw = {}) => settingsOf({ sharedFolders: folders, ...raw });
const storageOf = (raw: Raw = {}) => valueAt(planHubValues(shared(raw)), ["singleuser", "storage"]) as Raw;
const mount = (name: string, readOnly: boolean) => ({
  mountPath: `/home/jovyan/shared/${name}`,
  readOnly,
});

describe("shared folders", () => {
  for (const { title, ...cell } of cells) {
    it(`lie at the same path and are mounted at the same place: ${title}`, () => {
      const { sharedFolders } = planHomes(shared({ ...cell, homesPath: "/team/hub" }));
      expect(Object.keys(sharedFolders ?? {})).to.deep.equal(["course", "data", "drop"]);
      expect(sharedFolders?.data).to.include({
        path: "/team/hub/_data",
        mountPath: "/home/jovyan/shared/data",
        writers: "nobody",
      });
      const { accessPoint } = sharedFolders?.data ?? {};
      if (cell.provisioning === "dynamic") {
        expect(accessPoint?.rootDirectory).to.have.property("path", "/team/hub/_data");
        expect(accessPoint?.posixUser).to.deep.equal({ uid: 1000, gid: 100 });
      } else expect(accessPoint).to.equal(undefined);
    });

    it(`are nothing at all unless asked for: ${title}`, () => {
      const plan = planHomes(settingsOf(cell));
      expect(plan).not.to.have.any.keys("sharedFolders", "sharedFoldersJob");
      expect(JSON.stringify(planHubValues(settingsOf(cell)))).not.to.include("shared");
    });
  }

  it("are further mounts of the homes' own volume in static provisioning: a second one would hang", () => {
    for (const userMode of ["root", "non-root"]) {
      expect(storageOf({ userMode })).not.to.have.property("extraVolumes");
      expect(storageOf({ userMode }).extraVolumeMounts).to.deep.equal({
        "shared-course": { name: "home", subPath: "_course", ...mount("course", true) },
        "shared-data": { name: "home", subPath: "_data", ...mount("data", true) },
        "shared-drop": { name: "home", subPath: "_drop", ...mount("drop", false) },
      });
    }
  });

  it("are volumes of their own in dynamic provisioning, on claims that are there", () => {
    const { extraVolumes, extraVolumeMounts } = storageOf({ provisioning: "dynamic" });
    expect(extraVolumes).to.have.deep.property("shared-data", {
      name: "shared-data",
      persistentVolumeClaim: { claimName: "shared-data" },
    });
    expect(extraVolumeMounts).to.have.deep.property("shared-data", {
      name: "shared-data",
      ...mount("data", true),
    });
    const { sharedFolders } = planHomes(shared({ provisioning: "dynamic" }));
    expect(sharedFolders?.data?.persistentVolumeClaim?.metadata.name).to.equal("shared-data");
    expect(sharedFolders?.data?.persistentVolume?.metadata.name).to.equal("hub-shared-data");
    expect(sharedFolders?.data?.persistentVolume?.spec).to.include({
      persistentVolumeReclaimPolicy: "Retain",
    });
  });

  it("stay beside the user's own mounts, written as a list or by key", () => {
    const mine = { name: "home", mountPath: "/mnt/x", subPath: "x" };
    const own = { name: "scratch", emptyDir: {} };
    for (const provisioning of ["static", "dynamic"]) {
      const listed = { extraVolumes: [own], extraVolumeMounts: [mine] };
      const keyed = { extraVolumes: { scratch: own }, extraVolumeMounts: { "0-home": mine } };
      const [one, other] = [listed, keyed].map((storage) =>
        storageOf({ provisioning, hub: { values: { singleuser: { storage } } } }),
      );
      expect(one).to.deep.equal(other);
      expect(one?.extraVolumeMounts).to.include.keys("0-home", "shared-data");
      expect(one?.extraVolumes).to.include.keys("scratch");
    }
  });

  it("have their place in a home given to the user in static root mode, whatever a user put there", () => {
    const env = (raw: Raw) => valueAt(planHubValues(shared(raw)), ["singleuser", "extraEnv"]);
    expect(env({ userMode: "root" })).to.include({
      CHOWN_EXTRA: "/home/jovyan/shared",
      CHOWN_EXTRA_OPTS: "--no-dereference",
    });
    for (const raw of [{}, { userMode: "root", provisioning: "dynamic" }]) {
      expect(env(raw) ?? {}).not.to.have.any.keys("CHOWN_EXTRA", "CHOWN_EXTRA_OPTS");
    }
  });

  it("are told in the plan, with who writes", () => {
    const settings = programSettingsOf({ sharedFolders: folders });
    const rows = homes(settings, makePlan(settings, site)).rows.filter(
      ({ label }) => label === "shared folder",
    );
    expect(rows.map(({ value }) => value)).to.include("/hub/_data, in servers ~/shared/data");
    expect(rows.map(({ reason }) => reason?.replace(/;.*/, ""))).to.deep.equal([
      "writers: admins",
      "writers: nobody",
      "writers: everyone",
    ]);
  });
});

describe("planSharedFoldersJob", () => {
  interface Container {
    readonly command: string[];
    readonly securityContext: object;
  }
  function podOf(raw: Raw = {}): { containers: [Container]; volumes: unknown } {
    const template: unknown = planSharedFoldersJob(shared(raw))?.spec.template;
    return (template as { spec: ReturnType<typeof podOf> }).spec;
  }

  it("is no job without folders, or where each has an access point that makes it", () => {
    expect(planSharedFoldersJob(settingsOf())).to.equal(undefined);
    expect(planSharedFoldersJob(shared({ provisioning: "dynamic" }))).to.equal(undefined);
  });

  it("works through the access point that owns what it makes, as nobody's root, in both modes", () => {
    expect(podOf({ userMode: "root" })).to.deep.equal(podOf());
    expect(podOf().volumes).to.deep.equal([
      { name: "homes", persistentVolumeClaim: { claimName: "efs-homes" } },
    ]);
    expect(podOf().containers[0].securityContext).to.deep.equal({
      runAsUser: 1000,
      runAsGroup: 100,
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("makes what is missing, whatever the umask, and leaves what is there as it is", () => {
    const root = mkdtempSync(path.join(tmpdir(), "jupyterhub-efs-shared-"));
    try {
      const at = (name: string) => path.join(root, name);
      mkdirSync(at("_data"));
      chmodSync(at("_data"), 0o2770);
      writeFileSync(path.join(at("_data"), "notes"), "kept");
      const [command = "", ...words] = podOf().containers[0].command;
      const there = words.map((word) => word.replace("/homes", root));
      execFileSync("sh", ["-c", 'umask 077; exec "$0" "$@"', command, ...there]);
      execFileSync(command, there);
      const modeOf = (name: string) => (statSync(at(name)).mode & 0o7777).toString(8);
      expect(["_data", "_course", "_drop"].map(modeOf)).to.deep.equal(["2770", "755", "755"]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
