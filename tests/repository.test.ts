// Proves that nothing is tracked in the place of installed packages. Does not prove what else is in the repository.
import { expect } from "chai";
import { execa } from "execa";

describe("the repository", () => {
  // A link that is tracked makes git delete the packages of whoever checks it out: it takes ignored files for expendable.
  it("tracks no node_modules, not even a link: `git rm --cached node_modules` and amend the commit that added it", async () => {
    const { stdout } = await execa("git", ["ls-tree", "HEAD", "node_modules"], {
      cwd: new URL("..", import.meta.url),
    });
    expect(stdout).to.equal("");
  });
});
