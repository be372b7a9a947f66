// Proves what a file system policy says to a client without an IAM identity, as AWS's user guides describe it: on
// the policies of EFS's console and of its documentation, and on any JSON. Does not prove that AWS judges the same.
import { expect } from "chai";
import fc from "fast-check";
import { type ClientRequest, judge } from "../../../../components/plan/existing/policy.ts";

const arn = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0";
const accessPoint = "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-1";

const request: ClientRequest = {
  actions: ["ClientMount", "ClientWrite", "ClientRootAccess"],
  fileSystemArn: arn,
  context: {
    "aws:securetransport": ["true"],
    "elasticfilesystem:accessedviamounttarget": ["true"],
    "elasticfilesystem:accesspointarn": [{ startsWith: accessPoint.slice(0, -1) }],
    "aws:principalarn": "absent",
    "aws:principaltag/*": "absent",
  },
};

type Statement = Record<string, unknown>;
const all = ["ClientMount", "ClientWrite", "ClientRootAccess"].map((name) => `elasticfilesystem:${name}`);
const viaMountTarget = { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } };
const allow = (more: Statement = {}): Statement => ({
  Sid: "allow",
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: all,
  ...more,
});
const deny = (more: Statement = {}): Statement => ({
  Sid: "deny",
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "*",
  ...more,
});
const onlyTls = deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } });

const verdicts = (...statements: unknown[]) =>
  judge({ Version: "2012-10-17", Statement: statements }, request).map(({ is }) => is);
const thrice = <T>(verdict: T): T[] => [verdict, verdict, verdict];

describe("a file system policy", () => {
  it("lets in whom the console's policies let in", () => {
    expect(verdicts(allow({ Condition: viaMountTarget }), onlyTls)).to.deep.equal(thrice("allowed"));
    expect(verdicts(allow({ Action: all.slice(0, 2), Condition: viaMountTarget }))).to.deep.equal([
      "allowed",
      "allowed",
      "not allowed",
    ]);
    expect(verdicts(allow({ Action: all[0] }))).to.deep.equal(["allowed", "not allowed", "not allowed"]);
    // «Prevent anonymous access» leaves ClientMount to identities that have it.
    expect(verdicts(allow({ Action: all.slice(1) }))).to.deep.equal(["not allowed", "allowed", "allowed"]);
  });

  it("does not let in a client without an identity where a role, an account or a service is meant", () => {
    for (const Principal of [
      { AWS: "arn:aws:iam::123456789012:role/app" },
      { AWS: ["123456789012"] },
      { Service: "backup.amazonaws.com" },
      { Service: "*" },
    ]) {
      expect(verdicts(allow({ Principal })), JSON.stringify(Principal)).to.deep.equal(thrice("not allowed"));
    }
  });

  it("means everybody by a star, however it is written", () => {
    for (const Principal of ["*", ["*"], { AWS: "*" }, { AWS: ["*"] }]) {
      expect(verdicts(allow({ Principal })), JSON.stringify(Principal)).to.deep.equal(thrice("allowed"));
    }
    expect(
      verdicts(allow(), deny({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::1:role/a" } })),
    ).to.deep.equal(thrice("denied"));
  });

  it("knows actions and file systems by their wildcards", () => {
    for (const Action of [
      "*",
      "elasticfilesystem:*",
      "elasticfilesystem:Client*",
      "ELASTICFILESYSTEM:client*",
    ])
      expect(verdicts(allow({ Action })), Action).to.deep.equal(thrice("allowed"));
    expect(verdicts(allow({ Action: undefined, NotAction: "elasticfilesystem:ClientRoot*" }))).to.deep.equal([
      "allowed",
      "allowed",
      "not allowed",
    ]);
    for (const Resource of [arn, "*", arn.replace(/fs-.*/, "*"), [arn, "other"]])
      expect(verdicts(allow({ Resource })), String(Resource)).to.deep.equal(thrice("allowed"));
    expect(verdicts(allow({ Resource: `${arn}0` }))).to.deep.equal(thrice("not allowed"));
    expect(verdicts(allow({ Resource: undefined, NotResource: arn }))).to.deep.equal(thrice("not allowed"));
  });

  it("is denied by a condition on an identity that the client does not have", () => {
    const onlyThatRole = { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/app" } };
    expect(verdicts(allow(), deny({ Condition: onlyThatRole }))).to.deep.equal(thrice("denied"));
    const unlessTagged = { "ForAnyValue:StringNotEquals": { "aws:PrincipalTag/team": "physics" } };
    expect(verdicts(allow(), deny({ Condition: unlessTagged }))).to.deep.equal(thrice("allowed"));
    const ofThatRole = { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } };
    expect(verdicts(allow({ Condition: ofThatRole }))).to.deep.equal(thrice("not allowed"));
    const ofAnybody = { ArnLikeIfExists: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } };
    expect(verdicts(allow({ Condition: ofAnybody }))).to.deep.equal(thrice("allowed"));
    const ofNobody = { Null: { "aws:PrincipalArn": "true" } };
    expect(verdicts(allow({ Condition: ofNobody }))).to.deep.equal(thrice("allowed"));
    const ofEach = { "ForAllValues:StringLike": { "aws:PrincipalTag/team": "physics" } };
    expect(verdicts(allow({ Condition: ofEach }))).to.deep.equal(thrice("allowed"));
  });

  it("wants an access point, or a certain one", () => {
    const none = deny({ Condition: { Null: { "elasticfilesystem:AccessPointArn": "true" } } });
    expect(verdicts(allow(), none)).to.deep.equal(thrice("allowed"));
    const any = { ArnLike: { "elasticfilesystem:AccessPointArn": "arn:aws:*:access-point/*" } };
    expect(verdicts(allow({ Condition: any }))).to.deep.equal(thrice("allowed"));
    const elsewhere = { StringLike: { "elasticfilesystem:AccessPointArn": "arn:aws-cn:*" } };
    expect(verdicts(allow({ Condition: elsewhere }))).to.deep.equal(thrice("not allowed"));
    const that = { StringEquals: { "elasticfilesystem:AccessPointArn": accessPoint } };
    expect(verdicts(allow({ Condition: that }))).to.deep.equal(thrice("unclear"));
    const notThat = { StringNotEquals: { "elasticfilesystem:AccessPointArn": accessPoint } };
    expect(verdicts(allow(), deny({ Condition: notThat }))).to.deep.equal(thrice("unclear"));
  });

  it("says that it cannot tell where nobody can", () => {
    for (const Condition of [
      { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
      { StringEquals: { "aws:SourceVpc": "vpc-1" } },
      { StringEquals: { "elasticfilesystem:AccessPointArn": "${aws:PrincipalTag/home}" } },
      { NumericEquals: { "aws:SecureTransport": "1" } },
      { Bool: "true" },
      "true",
    ]) {
      expect(verdicts(allow({ Condition })), JSON.stringify(Condition)).to.deep.equal(thrice("unclear"));
      expect(verdicts(allow(), deny({ Condition })), JSON.stringify(Condition)).to.deep.equal(
        thrice("unclear"),
      );
    }
  });

  it("names the statements that decide, by their id or their place", () => {
    const policy = { Statement: [allow(), deny({ Sid: "" }), deny({ Sid: "Locked" })] };
    for (const { by } of judge(policy, request)) {
      expect(by).to.deep.equal(["statement 2", 'statement "Locked"']);
    }
  });

  it("is never widened by a denial, never narrowed by an allowance, whatever else it says", () => {
    const order = { denied: 0, "not allowed": 0, unclear: 1, allowed: 2 };
    const conditions = fc.constantFrom(
      undefined,
      viaMountTarget,
      { Bool: { "aws:SecureTransport": "false" } },
      { StringEquals: { "elasticfilesystem:AccessPointArn": accessPoint } },
      { StringNotEquals: { "aws:PrincipalArn": "arn" } },
      { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
    );
    const statement = fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Principal: fc.constantFrom("*", { AWS: "123456789012" }),
      Action: fc.subarray([...all, "*"], { minLength: 1 }),
      Condition: conditions,
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), statement, (statements, more) => {
        const before = verdicts(...statements);
        const after = verdicts(...statements, more);
        after.forEach((verdict, index) => {
          const change = order[verdict] - order[before[index] ?? "denied"];
          expect(more.Effect === "Allow" ? change >= 0 : change <= 0, `${before[index] ?? ""} → ${verdict}`)
            .to.be.true;
        });
        expect(verdicts(...statements, deny())).to.deep.equal(thrice("denied"));
      }),
    );
  });

  it("takes nothing for a statement that is none", () => {
    expect(verdicts(allow({ Effect: "allow" }))).to.deep.equal(thrice("not allowed"));
    expect(verdicts("Allow", allow())).to.deep.equal(thrice("unclear"));
    expect(judge({ Statement: allow() }, request).map(({ is }) => is)).to.deep.equal(thrice("allowed"));
  });

  it("is judged whatever it is, and never lets in by mistake", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (policy) => {
        for (const { is } of judge(policy, request)) expect(is).not.to.equal("allowed");
      }),
    );
  });
});
