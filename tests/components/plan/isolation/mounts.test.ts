// Proves which volumes and mounts of the user's are refused because of what they may become for one user or server, and
// which would take the home's own place. Does not prove what the kubelet mounts.
import { expect } from "chai";
import { at, pathsOf } from "./asked.ts";

const MOUNTS = "singleuser.storage.extraVolumeMounts";
const VOLUMES = "singleuser.storage.extraVolumes";
const dynamic = { provisioning: "dynamic" };

describe("mounts of the volume of all homes", () => {
  const mount = (item: object, raw?: Record<string, unknown>) =>
    pathsOf(at(`${MOUNTS}.x`, { name: "home", mountPath: "/x", ...item }), raw);

  for (const subPath of [
    "{username}",
    "{servername}",
    "{user_server}",
    "home-{username}{servername}",
    "home-{username:.1}",
    "home-{userid}",
    "home-{escaped_username}",
    "_{servername}",
    "_data/{servername}",
    "_data/{username}/{unescaped_servername}",
    "_data/..",
    "home-{username}/../home-bob",
  ]) {
    it(`are refused where a name leads to another's home: ${subPath}`, () => {
      expect(mount({ subPath })).to.deep.equal([`${MOUNTS}.x`]);
    });
  }

  it("are refused by a variable, and by a name that may become theirs", () => {
    expect(mount({ subPathExpr: "$(W)" })).to.deep.equal([`${MOUNTS}.x`]);
    for (const name of ["hom{servername}", "home-{servername}", "{servername}"])
      expect(mount({ name }), name).to.deep.equal([`${MOUNTS}.x`]);
    expect(mount({ name: "scratch-{servername}" })).to.deep.equal([]);
  });

  it("pass for the user's own home, and beside the homes", () => {
    for (const subPath of ["home-{username}", "home-{username}/data", "_data", "_data/{username}"])
      expect(mount({ subPath }), subPath).to.deep.equal([]);
    expect(mount({ subPath: "home-{escaped_username}" }, { usernames: "escape" })).to.deep.equal([]);
    expect(mount({ subPath: "home-{username}" }, { usernames: "escape" })).to.deep.equal([`${MOUNTS}.x`]);
  });
});

describe("claims that users name", () => {
  const claim = (claimName: string) =>
    pathsOf(at(`${VOLUMES}.x`, { name: "x", persistentVolumeClaim: { claimName } }));

  for (const name of [
    "{servername}",
    "efs-{username}",
    "hub-{user_server}",
    "data-{servername}",
    "{username}",
  ]) {
    it(`are refused: ${name}`, () => {
      expect(claim(name)).to.deep.equal([`${VOLUMES}.x.persistentVolumeClaim.claimName`]);
    });
  }

  it("pass where each user has one, under a text of its own", () => {
    expect(claim("data-{username}")).to.deep.equal([]);
  });
});

describe("the home's own volume and mount", () => {
  const theirs = "volume-{user_server}";
  for (const [raw, key] of [
    [{}, "home"],
    [dynamic, theirs],
  ] as const) {
    it(`are not replaced, by key or by name: ${key}`, () => {
      const volume = { name: key, emptyDir: {} };
      expect(pathsOf(at(VOLUMES, { [key]: { name: "x", emptyDir: {} } }), raw)).to.deep.equal([
        `${VOLUMES}.${key}`,
      ]);
      expect(pathsOf(at(VOLUMES, { x: volume }), raw)).to.deep.equal([`${VOLUMES}.x.name`]);
      expect(pathsOf(at(VOLUMES, [volume]), raw)).to.deep.equal([`${VOLUMES}[0]`]);
      const mount = { name: "x", mountPath: "/data" };
      expect(pathsOf(at(MOUNTS, { [key]: mount }), raw)).to.deep.equal([`${MOUNTS}.${key}`]);
    });
  }

  it("are known by another name, where the values give them one", () => {
    const storage = (key: string) => ({
      singleuser: {
        storage: { dynamic: { volumeNameTemplate: "mine" }, extraVolumes: { [key]: { name: "x" } } },
      },
    });
    expect(pathsOf(storage("mine"), dynamic)).to.deep.equal([`${VOLUMES}.mine`]);
    expect(pathsOf(storage(theirs), dynamic)).to.deep.equal([]);
  });

  for (const mountPath of ["/home/jovyan", "/home/jovyan/", "/home/x/../jovyan", "/home", "/"]) {
    it(`are not hidden by a mount: ${mountPath}`, () => {
      for (const raw of [{}, dynamic])
        expect(pathsOf(at(MOUNTS, { s: { name: "s", mountPath } }), raw)).to.deep.equal([
          `${MOUNTS}.s.mountPath`,
        ]);
    });
  }

  it("may have a mount in them, or beside them", () => {
    for (const mountPath of ["/home/jovyan/data", "/home/jovyans", "/data"])
      expect(pathsOf(at(MOUNTS, [{ name: "s", mountPath }])), mountPath).to.deep.equal([]);
  });
});
