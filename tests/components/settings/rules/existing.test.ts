// Proves what has to be said about an existing file system. Does not prove that it is there: the lookup does.
import { expect } from "chai";
import { checkSettings } from "../../../../components/settings/check.ts";
import { SecretLeaf } from "../../../../components/settings/secret.ts";
import { adopting, existingId } from "../../../support/existing.ts";
import { expectFault, expectNone, faultsOf, leastHub } from "../../../support/faults.ts";

const paths = (raw: Record<string, unknown>) => faultsOf(raw).map(({ path }) => path);

describe("fileSystem.existing", () => {
  it("is enough with where homes lie on it", () => {
    expectNone(adopting());
  });

  it("wants homesPath and usernames said, both at once, and an id", () => {
    expect(paths({ fileSystem: { existing: { id: existingId } } })).to.deep.equal(["homesPath", "usernames"]);
    expect(paths({ fileSystem: { existing: {} } })).to.deep.equal([
      "fileSystem.existing.id",
      "homesPath",
      "usernames",
    ]);
    expect(paths({ fileSystem: { existing: { id: "fs-nope" } }, homesPath: 3 })).to.deep.equal([
      "fileSystem.existing.id",
      "homesPath",
      "usernames",
    ]);
    expectFault(adopting({ homesPath: undefined }), "homesPath", /not to be guessed/);
  });

  it("is not asked about beside create: first it has to be clear which is meant", () => {
    expect(paths({ fileSystem: { existing: { id: existingId }, create: {} } })).to.deep.equal(["fileSystem"]);
  });

  it("has a plain id in a stack file, and any id in a component", () => {
    const secret = { ...adopting(), fileSystem: { existing: { id: new SecretLeaf(existingId) } } };
    expectFault(secret, "fileSystem.existing.id", /plain text/);
    expect(checkSettings({ ...secret, hub: leastHub })).to.have.property("settings");
  });
});

describe("a tag of ours", () => {
  it("is no tag of a user's", () => {
    expectFault(
      { tags: { "jupyterhub-efs/hub": "x" } },
      "tags.jupyterhub-efs/hub",
      /must not begin with `jupyterhub-efs\/`/,
    );
  });
});
