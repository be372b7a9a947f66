// Proves what our mounts ask of a file system policy in each mode, and what a person reads when it refuses them. Does
// not prove how AWS judges a policy, nor that the driver mounts so: facts of the user guides.
import { expect } from "chai";
import { siteOf } from "../../../../components/plan/siteOf.ts";
import type { FoundFileSystem } from "../../../../components/surroundings/foundFileSystem.ts";
import { adopting, found, placeWith } from "../../../support/existing.ts";
import { cells, programSettingsOf } from "../../../support/settings.ts";

type Raw = Record<string, unknown>;
const allow = (...actions: string[]): Raw => ({
  Sid: "clients",
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: actions.map((action) => `elasticfilesystem:${action}`),
  Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
});

const judged = (statements: Raw[], raw: Raw = {}, more: Partial<FoundFileSystem> = {}) =>
  siteOf(
    programSettingsOf(adopting({ access: "tls", ...raw })),
    placeWith({ ...found, ...more, policy: { Version: "2012-10-17", Statement: statements } }),
  );
const textsOf = (statements: Raw[], raw: Raw = {}) =>
  judged(statements, raw).faults.map(({ path, rule }) => `${path} ${rule}`);

describe("the policy of an existing file system", () => {
  for (const { userMode, provisioning, title } of cells) {
    const needsRoot = userMode === "root" && provisioning === "static";
    it(`${title}: has to let in readers and writers${needsRoot ? ", and root" : ""}`, () => {
      const raw = { userMode, provisioning };
      expect(judged([allow("ClientMount", "ClientWrite", "ClientRootAccess")], raw).faults).to.deep.equal([]);
      expect(textsOf([allow("ClientMount", "ClientWrite")], raw)).to.have.length(needsRoot ? 1 : 0);
      const [text = ""] = textsOf([allow("ClientMount", "ClientRootAccess")], raw);
      expect(text).to.match(/^fileSystem\.existing\.id .*no statement .* allows them ClientWrite$/);
    });
  }

  it("says why root is needed", () => {
    const [text] = textsOf([allow("ClientMount", "ClientWrite")], { userMode: "root" });
    expect(text).to.include(
      "ClientRootAccess (servers that start as root, and the job of fixOwners, give homes to their users",
    );
  });

  it("is blamed by the statement that denies, once for all that it denies", () => {
    const role = "arn:aws:iam::123456789012:role/app";
    const deny = {
      Sid: "OnlyTheApp",
      Effect: "Deny",
      Principal: "*",
      Action: "elasticfilesystem:Client*",
      Condition: { ArnNotEquals: { "aws:PrincipalArn": role } },
    };
    expect(textsOf([allow("ClientMount", "ClientWrite"), deny])).to.deep.equal([
      'fileSystem.existing.id must let clients without an IAM identity in, as servers mount: statement "OnlyTheApp" of its policy denies them ClientMount, ClientWrite',
    ]);
  });

  it("is missed: without one everybody who reaches a mount target is root", () => {
    const { policy: _policy, ...open } = found;
    for (const access of ["iam", "tls"]) {
      const { faults, warnings } = siteOf(programSettingsOf(adopting({ access })), placeWith(open));
      expect(faults).to.deep.equal([]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include("has no policy").and.include("docs/access.md");
    }
  });

  it("warns of what is known at a mount only", () => {
    const network = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } };
    const { faults, warnings } = judged([{ ...allow("ClientMount", "ClientWrite"), Condition: network }]);
    expect(faults).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include("ClientMount, ClientWrite").and.include('statement "clients"');
  });

  it("may let in our access points alone, once they are there", () => {
    const arns = ["fsap-1", "fsap-2"].map((id) => found.arn.replace(/file-system.*/, `access-point/${id}`));
    const statement = {
      ...allow("ClientMount", "ClientWrite"),
      Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": arns } },
    };
    const own = { path: "/homes", tags: { "jupyterhub-efs/hub": "research/hub" } };
    const there = judged([statement], {}, { accessPoints: { "fsap-1": own, "fsap-2": own } });
    expect(there.faults).to.deep.equal([]);
    expect(there.warnings).to.deep.equal([]);
    const others = { accessPoints: { "fsap-3": own, "fsap-4": own } };
    expect(judged([statement], {}, others).faults).to.have.length(1);
  });

  it("that a stack left behind names access points of old: ours are still to be made, and are let in by a pattern", () => {
    const through = (operator: string, id: string) => ({
      ...allow("ClientMount", "ClientWrite"),
      Sid: "MountHomes",
      Condition: {
        [operator]: {
          "elasticfilesystem:AccessPointArn": [found.arn.replace(/file-system.*/, `access-point/${id}`)],
        },
      },
    });
    const [fault] = judged([through("StringEquals", "fsap-0old")]).faults;
    expect(fault?.rule).to.include("no statement of its policy allows them ClientMount, ClientWrite");
    expect(fault?.fix).to.include("still to be made").and.include("access-point/*");
    const shut = { ...through("StringNotEquals", "fsap-0old"), Sid: "no", Effect: "Deny" };
    expect(textsOf([allow("ClientMount", "ClientWrite"), shut]).join()).to.include('statement "no"');
    expect(judged([through("StringLike", "*")]).faults).to.deep.equal([]);
    // In dynamic provisioning the driver has made some already: a list of theirs may be meant.
    const dynamic = judged([through("StringEquals", "fsap-0old")], { provisioning: "dynamic" });
    expect(dynamic.faults).to.deep.equal([]);
    expect(dynamic.warnings).to.have.length(1);
  });
});

describe("the policy of an existing file system, where servers mount by a role", () => {
  const account = "123456789012";
  const nodeRoleArn = `arn:aws:iam::${account}:role/their-node`;
  const ours = { access: "iam" };
  const theirs = { access: "iam", driver: { install: "existing", nodeRoleArn } };
  const allowing = (Principal: unknown) => ({ ...allow("ClientMount", "ClientWrite"), Principal });
  const denying = (more: Raw) => ({
    Sid: "no",
    Effect: "Deny",
    Principal: "*",
    Action: "elasticfilesystem:Client*",
    ...more,
  });
  const outcome = (statements: Raw[], raw: Raw) => {
    const { faults, warnings } = judged(statements, raw);
    return faults.length > 0 ? "fault" : warnings.length > 0 ? "warning" : "fine";
  };

  it("need not name a role of ours: its own policy is enough, in root mode too", () => {
    expect(outcome([allowing({ AWS: `arn:aws:iam::${account}:role/app` })], ours)).to.equal("fine");
    expect(outcome([allowing({ AWS: account })], { ...ours, userMode: "root" })).to.equal("fine");
  });

  it("lets somebody else's role in by its name, and may by its own policies, which nobody shows us", () => {
    expect(outcome([allowing({ AWS: nodeRoleArn })], theirs)).to.equal("fine");
    expect(outcome([allowing({ AWS: [`${nodeRoleArn}-2`, nodeRoleArn] })], theirs)).to.equal("fine");
    expect(outcome([allowing("*")], theirs)).to.equal("fine");
    const old = found.arn.replace(/file-system.*/, "access-point/fsap-0old");
    const left = { StringEquals: { "elasticfilesystem:AccessPointArn": [old] } };
    expect(outcome([{ ...allowing({ AWS: nodeRoleArn }), Condition: left }], theirs)).to.equal("warning");
    for (const AWS of [account, `arn:aws:iam::${account}:root`, `${nodeRoleArn}-2`])
      expect(outcome([allowing({ AWS })], theirs), AWS).to.equal("warning");
  });

  it("locks out what it denies: everybody, the account, the role, and not another role", () => {
    const denials: [Raw, string][] = [
      [{}, "fault"],
      [{ Principal: { AWS: account } }, "fault"],
      [{ Principal: { AWS: nodeRoleArn } }, "fault"],
      [{ Principal: { AWS: `${nodeRoleArn}-2` } }, "fine"],
      [{ Condition: { StringNotEquals: { "aws:PrincipalArn": nodeRoleArn } } }, "fine"],
      [{ Condition: { StringNotEquals: { "aws:PrincipalAccount": "999999999999" } } }, "fault"],
      [{ Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }, "warning"],
      [{ Principal: undefined, NotPrincipal: { AWS: nodeRoleArn } }, "warning"],
      [{ Principal: undefined, NotPrincipal: { AWS: "999999999999" } }, "fault"],
    ];
    for (const [more, expected] of denials)
      expect(outcome([allowing("*"), denying(more)], theirs), JSON.stringify(more)).to.equal(expected);
    // Our role is not made yet, and may be the one that is meant.
    expect(outcome([denying({ Principal: { AWS: nodeRoleArn } })], ours)).to.equal("warning");
    expect(
      outcome([denying({ Condition: { StringNotEquals: { "aws:PrincipalArn": nodeRoleArn } } })], ours),
    ).to.equal("warning");
  });

  it("is blamed in words of that role", () => {
    const [text = ""] = judged([denying({})], ours).faults.map(({ rule }) => rule);
    expect(text).to.match(/role of the driver's node pods.*statement "no".*ClientMount, ClientWrite$/);
  });
});
