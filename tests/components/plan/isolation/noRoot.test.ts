// Proves that no plan has a volume on the file system's root, or another file system's, in a user's namespace, whatever
// the settings: every access point lies below the homes' directory, every claim of ours is on a volume through one, and
// servers mount those claims alone. Does not prove the volumes' handles: homeStorage.test.ts does.
import { expect } from "chai";
import fc from "fast-check";
import { makePlan } from "../../../../components/plan/makePlan.ts";
import { isRecord } from "../../../../components/settings/path.ts";
import { cells, settingsOf, site } from "../../../support/settings.ts";

/** Every value under a key, at any depth. */
function under(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => under(key, item));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...(name === key ? [item] : []),
    ...under(key, item),
  ]);
}

const random = fc.record({
  cell: fc.constantFrom(...cells),
  homesPath: fc.stringMatching(/^\/[a-z0-9][a-z0-9_-]{0,9}(\/[a-z0-9][a-z0-9_-]{0,9}){0,2}$/),
  fileSystem: fc.constantFrom({}, { existing: { id: "fs-0123456789abcdef0" } }),
  fixOwners: fc.constantFrom("nothing", "directories"),
  blockNfs: fc.boolean(),
});

describe("a plan", () => {
  it("has no volume of the file system's root in a user's namespace", () => {
    fc.assert(
      fc.property(
        random,
        ({ cell: { title: _title, ...cell }, blockNfs, fixOwners, homesPath, fileSystem }) => {
          const isStatic = cell.provisioning === "static";
          const settings = settingsOf({
            ...cell,
            homesPath,
            fileSystem,
            usernames: "safe",
            ...(isStatic && { fixOwners }),
            hub: { blockNfs },
          });
          const plan = makePlan(settings, site);
          const roots = under("rootDirectory", plan).map((root) => (isRecord(root) ? String(root.path) : ""));
          expect(roots.every((path) => path === homesPath || path.startsWith(`${homesPath}/`))).to.equal(
            true,
          );
          expect(under("basePath", plan)).to.deep.equal(isStatic ? [] : [homesPath]);
          const claims = under("persistentVolumeClaim", plan.hub.values);
          expect(claims, "only the chart makes a server's volumes").to.deep.equal([]);
          for (const source of ["nfs", "hostPath", "csi"])
            expect(under(source, plan.hub.values), source).to.deep.equal([]);
          const volumes = [plan.persistentVolume, plan.standby?.persistentVolume].filter(
            (one) => one !== undefined,
          );
          expect(volumes).to.have.lengthOf(isStatic ? 2 : 0);
          expect(under("accessPoint", plan).length).to.equal(volumes.length);
          expect(under("pvcName", plan.hub.values)).to.deep.equal(
            isStatic ? [plan.persistentVolumeClaim?.metadata.name] : [],
          );
        },
      ),
    );
  });
});
