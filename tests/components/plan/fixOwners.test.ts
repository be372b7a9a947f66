// Proves what the job that hands homes over is told to do, and what it may, and which files its command chooses on real
// directories. Does not prove that EFS lets it: root has to be let through by the file system's policy.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { planFixOwners } from "../../../components/plan/fixOwners.ts";
import { settingsOf } from "../../support/settings.ts";

type Ids = Record<string, number>;

const planned = (fixOwners: string, posix: Ids = { uid: 1234, gid: 56 }) =>
  planFixOwners(settingsOf({ fixOwners, posix }));

interface Container {
  readonly command: string[];
  readonly securityContext: object;
}
function containerOf(fixOwners: string, posix?: Ids): Container {
  const template: unknown = planned(fixOwners, posix)?.spec.template;
  return (template as { spec: { containers: [Container] } }).spec.containers[0];
}

describe("planFixOwners", () => {
  it("is no job unless asked for", () => {
    expect(planned("nothing")).to.equal(undefined);
  });

  it("is a job of another name for other owners or another depth, for a job cannot be changed", () => {
    expect(planned("files")?.metadata.name).to.equal("fix-owners-of-files-to-1234-56");
    expect(planned("directories")?.metadata.name).to.equal("fix-owners-of-directories-to-1234-56");
  });

  it("runs as root, with the least that it needs", () => {
    expect(containerOf("files").securityContext).to.deep.equal({
      runAsUser: 0,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"], add: ["CHOWN", "DAC_READ_SEARCH"] },
    });
  });

  describe("on directories", function () {
    const [ownUid, ownGid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(path.join(tmpdir(), "jupyterhub-efs-owners-"));
      mkdirSync(path.join(root, "homes", "alice"), { recursive: true });
      writeFileSync(path.join(root, "homes", "alice", "notes"), "");
      writeFileSync(path.join(root, "outside"), "");
      symlinkSync(path.join(root, "outside"), path.join(root, "homes", "alice", "way-out"));
      // In the place of chown, which only root may use: it writes down what it was told.
      writeFileSync(path.join(root, "chown"), '#!/bin/sh\nprintf "%s\\n" "$@" >> "$0.told"\n', {
        mode: 0o755,
      });
      writeFileSync(path.join(root, "chown.told"), "");
    });
    afterEach(() => {
      rmSync(root, { recursive: true, force: true });
    });

    /** What chown is told, without the place of the homes. */
    const told = (fixOwners: string, posix: Ids): string[] => {
      const [command = "", ...words] = containerOf(fixOwners, posix).command;
      const homes = path.join(root, "homes");
      execFileSync(
        command,
        words.map((word) => (word === "/homes" ? homes : word)),
        {
          env: { PATH: `${root}:${process.env.PATH ?? ""}` },
        },
      );
      const lines = readFileSync(path.join(root, "chown.told"), "utf8").trimEnd().split("\n");
      return lines.map((line) => line.replace(homes, "/homes")).sort();
    };
    const other = { uid: ownUid + 1, gid: ownGid + 1 };
    const handedTo = [`${other.uid}:${other.gid}`, "--no-dereference"];

    it("gives the homes' directory and each home, and nothing inside: directories", () => {
      expect(told("directories", other)).to.have.members([...handedTo, "/homes", "/homes/alice"]);
    });

    it("gives everything, links themselves and not where they lead: files", () => {
      expect(told("files", other)).to.have.members([
        ...handedTo,
        "/homes",
        "/homes/alice",
        "/homes/alice/notes",
        "/homes/alice/way-out",
      ]);
    });
  });
});
