// Proves what a person reads when the cluster cannot be looked up. Does not prove AWS's own wording: it was read in
// the provider's source, and the stand-in's is met in tests/engine.
import { expect } from "chai";
import { fileSystemLookUpFault, lookUpFault } from "../../../components/surroundings/lookUpFault.ts";

const invoked = (cause: string) =>
  new Error(`invocation of aws:eks/getCluster:getCluster returned an error: ${cause}`);

describe("lookUpFault", () => {
  it("names the setting when there is no such cluster", () => {
    for (const cause of [
      "reading EKS Cluster (nope): couldn't find resource",
      "ResourceNotFoundException: No cluster",
    ]) {
      expect(lookUpFault("nope", invoked(cause)))
        .to.include('"cluster.existing.name"')
        .and.include('got "nope"');
    }
  });

  it("tells AWS's own words of any other cause, and what to check", () => {
    expect(lookUpFault("research", invoked("ExpiredToken: The security token is expired"))).to.equal(
      'The cluster "research" could not be looked up: ExpiredToken: The security token is expired\n\n' +
        "Check the credentials and `aws:region`; nothing was changed.",
    );
  });
});

describe("fileSystemLookUpFault", () => {
  it("tells which file system, AWS's own words, and where the permissions are listed", () => {
    const denied = invoked("AccessDeniedException: not authorized to perform: tag:GetResources");
    expect(fileSystemLookUpFault("fs-1", denied)).to.equal(
      'The file system "fs-1" could not be looked up: AccessDeniedException: not authorized to perform: tag:GetResources\n\n' +
        "Check the credentials, what they may ask for (the README lists it) and `aws:region`; nothing was changed.",
    );
    expect(fileSystemLookUpFault("fs-1", "broken")).to.include('"fs-1"').and.include("broken");
  });
});
