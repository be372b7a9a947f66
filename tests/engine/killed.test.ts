// Proves that a stack whose engine was killed, at random moments of destroy, of up and of a flip, ends as one that was
// not, by the steps of docs/failure.md: no file system is replaced, no running server ended, nothing is made twice,
// nothing stays, no process either. Does not prove it of AWS and the official plugins: stand-ins here, that answer at once.
import { expect } from "chai";
import { settings } from "./support/hub.ts";
import { killAgain } from "./support/killed/again.ts";
import { everything } from "./support/everything.ts";
import { difference } from "./support/killed/difference.ts";
import { random, seed } from "./support/killed/random.ts";
import { pulumi, recover, unlock } from "./support/killed/recover.ts";
import { stateOf } from "./support/killed/state.ts";
import { Project } from "./support/project.ts";
import { startServer } from "./support/servers.ts";

const up = ["up", "--yes", "--skip-preview"] as const;
const destroy = ["destroy", "--yes", "--skip-preview", "--refresh"] as const;
const unchanged = ["preview", "--refresh", "--expect-no-changes"] as const;

for (const [index, cell] of (
  [
    { userMode: "non-root", provisioning: "static" },
    { userMode: "root", provisioning: "dynamic" },
  ] as const
).entries()) {
  describe(`${cell.userMode} servers and ${cell.provisioning} homes, killed at the moments of KILLED_SEED=${seed}`, function () {
    const next = random(2 * seed + index);
    const moments: string[] = [];
    let project: Project;
    let empty: string[];
    let full: string[];
    let size: number;
    const recorded = async (): Promise<number> => (await stateOf(project)).resources.length;
    const fileSystems = async (): Promise<(string | undefined)[]> =>
      (await stateOf(project)).resources
        .filter(({ type }) => type === "aws:efs/fileSystem:FileSystem")
        .map(({ id }) => id);

    before(async () => {
      empty = await everything();
      project = await Project.open(`killed-${cell.userMode}-${cell.provisioning}`, settings(cell));
      await pulumi(project, ...up);
      full = await everything();
      size = await recorded();
    });
    after(async () => {
      await unlock(project);
      await project.remove();
    });

    it("leave nothing when a destroy is run until it ends", async () => {
      const stepsLeft = async () => 2 * (await recorded());
      const after = async () => (await unlock(project)).join(", ");
      moments.push(
        ...(await killAgain(project, destroy, { times: 5, longest: 150, stepsLeft, after }, next)),
      );
      await pulumi(project, ...destroy);
      expect(difference(await everything(), empty)).to.deep.equal([]);
    });

    it("are all made once when an up is run until it ends", async () => {
      const seen = new Set<string | undefined>();
      const after = async () => {
        const found = await recover(project);
        for (const id of await fileSystems()) seen.add(id);
        return found;
      };
      const stepsLeft = async () => 2 * (size - (await recorded()));
      moments.push(...(await killAgain(project, up, { times: 8, longest: 300, stepsLeft, after }, next)));
      await pulumi(project, ...up);
      await pulumi(project, ...unchanged);
      expect(difference(await everything(), full)).to.deep.equal([]);
      for (const id of await fileSystems()) seen.add(id);
      expect([...seen]).to.have.length(1);
    });

    it("keep homes and running servers when flips are run until they end", async () => {
      const before = await fileSystems();
      const server =
        cell.provisioning === "static" ? await startServer("hub", "efs-homes", "home-alice") : undefined;
      let { userMode }: { userMode: string } = cell;
      const anew = () => {
        userMode = userMode === "root" ? "non-root" : "root";
        // No server runs that a flip from root could cut off.
        return project.say(settings({ ...cell, userMode, movedFrom: { userMode: "root" } }));
      };
      await anew();
      const times = 16 - moments.length;
      const [stepsLeft, after] = [() => Promise.resolve(1), () => recover(project)];
      moments.push(...(await killAgain(project, up, { times, longest: 1200, stepsLeft, after, anew }, next)));
      await pulumi(project, ...up);
      await pulumi(project, ...unchanged);
      expect(await fileSystems()).to.deep.equal(before);
      if (server !== undefined) expect(await server.isRunning()).to.equal(true);
      expect(new Set(moments)).to.have.property("size", 16);
    });
  });
}
