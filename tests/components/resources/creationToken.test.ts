// Proves of which things a file system's token is made. Does not prove what is done with it: for that there are
// tests/components/resources/sharedFileSystem.test.ts and tests/engine/killedMessages.test.ts.
import { expect } from "chai";
import { tokenOf } from "../../../components/resources/creationToken.ts";
import { SharedFileSystem } from "../../../components/resources/sharedFileSystem.ts";
import { inputsOf, register } from "../../support/mocks.ts";

describe("tokenOf", () => {
  const prod = ["physics", "jupyterhub-efs", "prod"];
  const general = ["generalPurpose", undefined, undefined];

  it("is the same at each attempt, and shows whose it is", () => {
    expect(tokenOf("hub-homes", prod, general)).to.equal(tokenOf("hub-homes", [...prod], [...general]));
    expect(tokenOf("hub-homes", prod, general)).to.match(/^hub-homes-[0-9a-f]{20}$/);
  });

  it("is another in another stack, for another name, and for each thing that cannot be changed", () => {
    const tokens = [
      tokenOf("homes", prod, general),
      tokenOf("other", prod, general),
      tokenOf("homes", ["physics", "jupyterhub-efs", "dev"], general),
      tokenOf("homes", ["biology", "jupyterhub-efs", "prod"], general),
      tokenOf("homes", prod, ["maxIO", undefined, undefined]),
      tokenOf("homes", prod, ["generalPurpose", "us-east-1a", undefined]),
      tokenOf("homes", prod, ["generalPurpose", undefined, "us-east-1a"]),
    ];
    expect(new Set(tokens)).to.have.property("size", tokens.length);
  });

  it("has no more characters than EFS takes, however long the name is", () => {
    expect(tokenOf("x".repeat(100), prod, general)).to.have.length(64);
  });

  it("is what a file system is made with, by its stack and what it is for life", async () => {
    const { all } = await register(
      () =>
        new SharedFileSystem("tokened", {
          clusterName: "research",
          vpcId: "vpc-1",
          subnets: { "us-east-1a": "subnet-a" },
          clientSecurityGroups: { nodes: "sg-nodes" },
        }),
    );
    const stack = ["organization", "jupyterhub-efs", "test"];
    expect(inputsOf(all, "FileSystem", "tokened")).to.include({
      creationToken: tokenOf("tokened", stack, ["generalPurpose", undefined, undefined]),
    });
  });
});
