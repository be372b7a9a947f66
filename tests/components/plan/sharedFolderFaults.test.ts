// Proves which of the user's values are refused beside shared folders, each with a fault that names it. Does not prove that the
// list is complete for charts to come.
import { expect } from "chai";
import { valueFaults } from "../../../components/plan/valueGuard.ts";
import { settingsOf } from "../../support/settings.ts";

type Raw = Record<string, unknown>;

const faultsOf = (singleuser: Raw, { sharedFolders = { data: {} }, ...raw }: Raw = {}) =>
  valueFaults(settingsOf({ sharedFolders, ...raw, hub: { values: { singleuser } } }));
const mounting = (extraVolumeMounts: unknown, raw?: Raw) => faultsOf({ storage: { extraVolumeMounts } }, raw);
const at = (mountPath: string) => ({ name: "mine", mountPath });
const MOUNTS = "hub.values.singleuser.storage.extraVolumeMounts";

describe("a user's values beside shared folders", () => {
  for (const place of [
    "/home/jovyan/shared",
    "/home/jovyan/shared/",
    "/home/jovyan/shared/data",
    "/home/jovyan//shared/./data/",
    "/home/jovyan/notes/../shared/data/deeper",
  ]) {
    it(`may not mount over them: ${place}`, () => {
      expect(mounting([at("/mnt"), at(place)])).to.deep.include({
        path: `${MOUNTS}[1].mountPath`,
        rule: "must not be /home/jovyan/shared or lie in one of the shared folders there (`sharedFolders`)",
        got: JSON.stringify(place),
        fix: "Mount it elsewhere: /home/jovyan/shared/ and a name that is no shared folder's will do.",
      });
      expect(mounting({ mine: at(place) }).map(({ path }) => path)).to.deep.equal([
        `${MOUNTS}.mine.mountPath`,
      ]);
      expect(mounting([at(place)], { sharedFolders: {} })).to.be.empty;
    });
  }

  it("may mount beside them", () => {
    expect(mounting([at("/home/jovyan/shared/database"), at("/home/jovyan/sharedness")])).to.be.empty;
  });

  it("may not use the keys of ours, in either form, nor take all of ours away", () => {
    const key = (value: unknown, raw: Raw) =>
      faultsOf({ storage: value }, raw).map(({ path, fix }) => [path, fix]);
    const dynamic = { provisioning: "dynamic" };
    const fix = "leave it out and set `sharedFolders` instead";
    expect(key({ extraVolumeMounts: { "shared-data": { readOnly: false } } }, {})).to.deep.equal([
      [`${MOUNTS}.shared-data.readOnly`, fix],
    ]);
    const volume = { name: "shared-data", persistentVolumeClaim: { claimName: "other" } };
    const volumes = "hub.values.singleuser.storage.extraVolumes";
    for (const extraVolumes of [[volume], { "shared-data": volume }]) {
      expect(key({ extraVolumes }, dynamic)).to.deep.equal([
        [`${volumes}.shared-data.persistentVolumeClaim.claimName`, fix],
      ]);
    }
    expect(key({ extraVolumeMounts: null }, {})).to.deep.equal([[MOUNTS, fix]]);
  });

  it("may have them a second time only to read, but for those that everyone writes", () => {
    const again = (mount: Raw, raw: Raw = {}) => mounting({ x: mount }, raw).map(({ path }) => path);
    const dynamic = { provisioning: "dynamic" };
    for (const [mount, raw] of [
      [{ name: "home", subPath: "_data", mountPath: "/rw" }, {}],
      [{ name: "home", sub_path: "./_data/deeper", mountPath: "/rw" }, {}],
      [{ name: "home", subPathExpr: "_data", mountPath: "/rw" }, {}],
      [{ name: "{servername}", subPath: "_data", mountPath: "/rw" }, {}],
      [{ name: "shared-data", mountPath: "/rw" }, dynamic],
      [{ name: "shared-{servername}", mountPath: "/rw" }, dynamic],
    ] as const) {
      expect(again(mount, raw)).to.deep.equal([`${MOUNTS}.x`]);
      expect(again({ ...mount, readOnly: false }, raw)).to.deep.equal([`${MOUNTS}.x`]);
      expect(again({ ...mount, readOnly: true, read_only: false }, raw)).to.deep.equal([`${MOUNTS}.x`]);
      expect(again({ ...mount, readOnly: true }, raw)).to.be.empty;
      expect(again(mount, { ...raw, sharedFolders: { data: { writers: "everyone" } } })).to.be.empty;
      expect(again({ ...mount, name: "scratch" }, raw)).to.be.empty;
    }
  });

  it("may not have the claim of one under another name: a claim that a pod has twice keeps it from starting", () => {
    const volume = { name: "x", persistentVolumeClaim: { claimName: "shared-data" } };
    expect(faultsOf({ storage: { extraVolumes: [volume] } }, { provisioning: "dynamic" })[0]?.path).to.match(
      /extraVolumes\[0\]\.persistentVolumeClaim\.claimName$/,
    );
  });

  it("may not chown into them: start.sh would end", () => {
    const root = { userMode: "root" };
    for (const options of ["-R", "-v -R", "--recursive", "-hR"]) {
      expect(
        faultsOf({ extraEnv: { CHOWN_HOME_OPTS: options } }, root).map(({ path }) => path),
      ).to.deep.equal(["hub.values.singleuser.extraEnv.CHOWN_HOME_OPTS"]);
    }
    expect(faultsOf({ extraEnv: { CHOWN_HOME_OPTS: "-v" } }, root)).to.be.empty;
    expect(faultsOf({ extraEnv: { CHOWN_HOME_OPTS: "-R" } }, { ...root, sharedFolders: {} })).to.be.empty;
    expect(faultsOf({ extraEnv: { CHOWN_EXTRA: "/opt" } }, root).map(({ path }) => path)).to.deep.equal([
      "hub.values.singleuser.extraEnv.CHOWN_EXTRA",
    ]);
  });
});
