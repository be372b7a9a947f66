// Proves where files are kept. Makes none.
import { expect } from "chai";
import { cacheFolder, repository, stateFolder } from "../../../local/state/paths.ts";

describe("the folders", () => {
  it("follow the XDG variables", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "/c" })).to.equal("/c/jupyterhub-efs");
    expect(stateFolder("/checkout", { XDG_STATE_HOME: "/s" })).to.match(
      /^\/s\/jupyterhub-efs\/[0-9a-f]{12}$/,
    );
  });

  it("take an empty variable for none", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "" })).to.match(/\/\.cache\/jupyterhub-efs$/);
    expect(stateFolder("/checkout", { JUPYTERHUB_EFS_STATE: "" })).to.contain(
      "/.local/state/jupyterhub-efs/",
    );
  });

  it("give each checkout an environment of its own", () => {
    expect(stateFolder("/one", {})).not.to.equal(stateFolder("/two", {}));
    expect(stateFolder("/one", {})).to.equal(stateFolder("/one", {}));
  });

  it("lie outside the checkout", () => {
    expect(stateFolder(repository, {}).startsWith(`${repository}/`)).to.equal(false);
  });

  it("can be chosen", () => {
    expect(stateFolder("/checkout", { JUPYTERHUB_EFS_STATE: "/mine" })).to.equal("/mine");
  });
});
