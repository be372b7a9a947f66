// Proves which keys and regions do not fit the stack's own region, which the zones tell. Does not prove that a region
// is enabled in the account.
import { expect } from "chai";
import { partitionOfRegion, regionOfZone } from "../../../components/plan/region.ts";
import { regionFaults } from "../../../components/plan/regionFaults.ts";
import { componentPaths, networkFaults } from "../../../components/plan/siteFaults.ts";
import { settingsOf, site } from "../../support/settings.ts";

const keyIn = (region: string) =>
  `arn:aws:kms:${region}:123456789012:key/11111111-2222-3333-4444-555555555555`;
const faultsOf = (create: Record<string, unknown>, subnets = site.subnets) =>
  regionFaults(settingsOf({ fileSystem: { create } }), subnets);

describe("regionFaults", () => {
  it("refuses a key of another region than the zones'", () => {
    const [fault, ...more] = faultsOf({ kmsKeyArn: keyIn("eu-west-1") });
    expect(more).to.be.empty;
    expect(fault).to.include({
      path: "fileSystem.create.kmsKeyArn",
      got: JSON.stringify(keyIn("eu-west-1")),
    });
    expect(fault?.rule).to.match(/stack's region us-east-1/);
    expect(faultsOf({ kmsKeyArn: keyIn("us-east-1") })).to.be.empty;
  });

  it("refuses a replica in the stack's own region", () => {
    const [fault] = faultsOf({ replication: { region: "us-east-1" } });
    expect(fault?.path).to.equal("fileSystem.create.replication.region");
    expect(fault?.rule).to.match(/another region than the stack's, us-east-1/);
    expect(faultsOf({ replication: { region: "us-east-2" } })).to.be.empty;
  });

  it("refuses a replica in another partition, which replication does not reach", () => {
    const [fault] = faultsOf({ replication: { region: "cn-north-1" } });
    expect(fault?.rule).to.match(/stack's partition aws$/);
  });

  it("judges nothing while zones are not known, but by the zone of a One Zone file system", () => {
    const create = { kmsKeyArn: keyIn("eu-west-1"), replication: { region: "us-east-1" } };
    expect(faultsOf(create, {})).to.be.empty;
    expect(faultsOf({ ...create, oneZone: "us-east-1a" }, {})).to.have.lengthOf(2);
    expect(faultsOf(create, { "a zone": "subnet-1" })).to.be.empty;
  });

  it("is heard where the network is judged", () => {
    const settings = settingsOf({ fileSystem: { create: { replication: { region: "us-east-1" } } } });
    expect(networkFaults(settings, site, componentPaths)).to.have.lengthOf(1);
  });
});

describe("a region", () => {
  it("is a zone's name without its letter", () => {
    expect(regionOfZone("us-east-1a")).to.equal("us-east-1");
    expect(regionOfZone("us-gov-west-1b")).to.equal("us-gov-west-1");
    expect(regionOfZone("us-west-2-lax-1a")).to.equal(undefined);
    expect(regionOfZone("us-east-1")).to.equal(undefined);
  });

  it("is of one partition", () => {
    expect(["us-east-1", "cn-north-1", "us-gov-west-1"].map(partitionOfRegion)).to.deep.equal([
      "aws",
      "aws-cn",
      "aws-us-gov",
    ]);
  });
});
