// Proves which existing file systems are refused, with every fault at once, and what of them becomes the place of a
// stack. Does not prove that AWS describes them so: tests/engine/existing.test.ts asks the stand-in.
import { expect } from "chai";
import { siteOf } from "../../../../components/plan/siteOf.ts";
import type { FoundFileSystem } from "../../../../components/surroundings/foundFileSystem.ts";
import {
  adopting,
  existingId,
  found,
  foundElsewhere,
  placeWith,
  theirGroup,
} from "../../../support/existing.ts";
import { programSettingsOf } from "../../../support/settings.ts";

type Raw = Record<string, unknown>;

const adopted = (changed: Partial<FoundFileSystem>, raw: Raw = {}) =>
  siteOf(programSettingsOf(adopting(raw)), placeWith({ ...found, ...changed }));

/** The only fault: its path and its text. */
function faultOf(changed: Partial<FoundFileSystem>, raw: Raw = {}) {
  const { faults } = adopted(changed, raw);
  expect(faults.map(({ path }) => path)).to.have.length(1);
  const [{ path, rule, got, fix } = { path: "", rule: "", got: "", fix: "" }] = faults;
  return { path, text: `${rule}, got ${got}. ${fix}` };
}

const id = "fileSystem.existing.id";
const rule = (more: Raw) => ({ protocol: "tcp", fromPort: 2049, toPort: 2049, ...more });
const ingress = (...rules: ReturnType<typeof rule>[]): Partial<FoundFileSystem> => ({
  securityGroups: { [theirGroup]: { tags: {}, ingress: rules } },
});

describe("an existing file system", () => {
  it("that has everything is taken as it is", () => {
    const { site, faults, warnings } = adopted({});
    expect(faults).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
    expect(site.existingFileSystem).to.deep.equal({
      mountTargets: {
        "us-east-1a": {
          id: "fsmt-0000000000000000a",
          subnetId: "subnet-0000000000000000a",
          ipAddress: "10.0.0.1",
        },
        "us-east-1b": {
          id: "fsmt-0000000000000000b",
          subnetId: "subnet-0000000000000000b",
          ipAddress: "10.0.0.2",
        },
      },
    });
  });

  it("that is not there is one fault, by its id", () => {
    const { site, faults } = siteOf(programSettingsOf(adopting()), placeWith(undefined));
    expect(faults.map(({ path, got }) => [path, got])).to.deep.equal([[id, `"${existingId}"`]]);
    expect(site).not.to.have.property("existingFileSystem");
  });

  it("is judged only where it was looked up", () => {
    const { fileSystems: _none, ...place } = placeWith(undefined);
    const { site, faults } = siteOf(programSettingsOf(adopting()), place);
    expect(faults).to.deep.equal([]);
    expect(site.existingFileSystem).to.equal("(known after up)");
    expect(siteOf(programSettingsOf(adopting())).site.existingFileSystem).to.equal("(known after up)");
  });

  it("has to be encrypted, unless somebody says that it need not be, and then it is a warning", () => {
    const { path, text } = faultOf({ encrypted: false });
    expect(path).to.equal(id);
    expect(text).to.include("must be encrypted").and.include("requireEncryption: false");
    const { faults, warnings } = adopted({ encrypted: false }, { existing: { requireEncryption: false } });
    expect(faults).to.deep.equal([]);
    expect(warnings.join()).to.include("not encrypted");
  });

  it("has to be in the cluster's VPC, which its mount targets tell", () => {
    const { path, text } = faultOf(foundElsewhere);
    expect(path).to.equal(id);
    expect(text).to.include("vpc-0123456789abcdef0").and.include("vpc-00000000000000000");
  });

  it("without a mount target can be of any VPC", () => {
    const { site, faults } = adopted({ mountTargets: {} }, { existing: { createMissingMountTargets: true } });
    expect(faults).to.deep.equal([]);
    expect(site.existingFileSystem).to.deep.equal({ mountTargets: {} });
  });

  it("has to be writable, and protected from a replication that would overwrite it", () => {
    expect(faultOf({ overwriteProtection: "REPLICATING" }).text).to.include("destination of a replication");
    expect(faultOf({ overwriteProtection: "DISABLED" }).text)
      .to.include("update-file-system-protection")
      .and.include(existingId);
  });

  it("has to let the nodes in, by their group or from all of the VPC", () => {
    for (const open of [
      rule({ securityGroupId: "sg-0123456789abcdef0" }),
      rule({ protocol: "-1", fromPort: -1, toPort: -1, securityGroupId: "sg-0123456789abcdef0" }),
      rule({ protocol: "6", fromPort: 0, toPort: 65535, cidr: "10.0.0.0/8" }),
      rule({ cidr: "0.0.0.0/0" }),
    ]) {
      expect(adopted(ingress(open)).faults, JSON.stringify(open)).to.deep.equal([]);
    }
    expect(adopted(ingress(rule({ cidr: "10.0.0.0/17" }), rule({ cidr: "10.0.128.0/17" }))).faults).to.be
      .empty;
  });

  it("that is closed says which group lacks which rule, in which zones, and the command that adds it", () => {
    for (const closed of [
      [],
      [rule({ securityGroupId: theirGroup })],
      [rule({ cidr: "10.0.0.0/24" })],
      [rule({ protocol: "udp", cidr: "10.0.0.0/8" })],
      [rule({ fromPort: 22, toPort: 22, cidr: "10.0.0.0/8" })],
      [rule({})],
    ]) {
      const { path, text } = faultOf(ingress(...closed));
      expect(path).to.equal(id);
      expect(text)
        .to.include("us-east-1a, us-east-1b")
        .and.include(
          `aws ec2 authorize-security-group-ingress --region us-east-1 --group-id ${theirGroup} --protocol tcp --port 2049 --source-group sg-0123456789abcdef0`,
        );
    }
  });

  it("is asked for every client group, and only where nodes run", () => {
    const network = {
      subnetIds: ["subnet-0000000000000000a"],
      clientSecurityGroupIds: ["sg-0123456789abcdef0", "sg-00000000000000001"],
    };
    const { text } = faultOf({}, { network });
    expect(text).to.include("from sg-00000000000000001").and.not.include("us-east-1b");
  });

  it("has to have a mount target in every zone, or the word to make the missing", () => {
    const { "us-east-1a": first } = found.mountTargets;
    const one = { mountTargets: { ...(first && { "us-east-1a": first }) } };
    const { path, text } = faultOf(one);
    expect(path).to.equal("fileSystem.existing.createMissingMountTargets");
    expect(text).to.include("in us-east-1b:").and.include(existingId);
    expect(adopted(one, { existing: { createMissingMountTargets: true } }).faults).to.deep.equal([]);
    expect(adopted(one, { network: { subnetIds: ["subnet-0000000000000000a"] } }).faults).to.deep.equal([]);
  });

  it("of one zone needs a mount target there only, and has servers run there", () => {
    const { "us-east-1b": second } = found.mountTargets;
    const oneZone = { oneZone: "us-east-1b", mountTargets: { ...(second && { "us-east-1b": second }) } };
    const { site, faults, warnings } = adopted(oneZone);
    expect(faults).to.deep.equal([]);
    expect(site.existingFileSystem).to.have.property("oneZone", "us-east-1b");
    expect(warnings.join()).to.include("us-east-1b only");
    const { path, text } = faultOf({ ...oneZone, oneZone: "us-east-1f", mountTargets: {} });
    expect(path).to.equal(id);
    expect(text).to.include("us-east-1f").and.include("us-east-1a, us-east-1b");
  });

  it("tells that nothing backs it up by itself", () => {
    expect(adopted({ automaticBackups: false }).warnings.join()).to.include("automatic backups");
  });

  it("is refused for all of it at once", () => {
    const policy = { Statement: [{ Effect: "Deny", Principal: "*", Action: "*" }] };
    const { faults } = adopted({
      encrypted: false,
      overwriteProtection: "REPLICATING",
      policy,
      mountTargets: foundElsewhere.mountTargets,
    });
    expect(faults.map(({ path }) => path)).to.deep.equal([id, id, id, id]);
    const { faults: others } = adopted({
      encrypted: false,
      policy,
      ...ingress(),
      mountTargets: {
        "us-east-1a": {
          ...foundElsewhere.mountTargets["us-east-1a"],
          vpcId: "vpc-0123456789abcdef0",
        } as never,
      },
      accessPoints: { "fsap-1": { path: "/homes", tags: { "jupyterhub-efs/hub": "research/other" } } },
    });
    expect(others.map(({ path }) => path).sort()).to.deep.equal([
      "fileSystem.existing.createMissingMountTargets",
      id,
      id,
      id,
      "homesPath",
    ]);
  });
});
