// Proves the policy of a file system statement by statement, and, for every combination of settings, whom it lets in as
// AWS's user guides describe it: our mounts, and nobody else. Does not prove that AWS judges the same.
import { expect } from "chai";
import fc from "fast-check";
import { planAccess } from "../../../components/plan/access.ts";
import { judge, type ClientAction, type ClientRequest } from "../../../components/plan/existing/policy.ts";
import type { AccessNames } from "../../../components/plan/fileSystemPolicy.ts";
import type { PolicyDocument } from "../../../components/plan/policyDocument.ts";
import { adopting } from "../../support/existing.ts";
import { settingsOf } from "../../support/settings.ts";

const account = "arn:aws:elasticfilesystem:us-east-1:123456789012:";
const names: AccessNames = {
  fileSystemArn: `${account}file-system/fs-0123456789abcdef0`,
  nodeRoleArn: "arn:aws:iam::123456789012:role/node",
  enforced: [`${account}access-point/fsap-enforced`],
  plain: `${account}access-point/fsap-plain`,
};
type Raw = Record<string, unknown>;
const planned = (raw: Raw = {}) => planAccess(settingsOf(raw), names);
const policy = (raw: Raw = {}): PolicyDocument => {
  const { fileSystemPolicy } = planned(raw);
  if (fileSystemPolicy === undefined) throw new Error("no policy");
  return fileSystemPolicy;
};
const sidsOf = (raw: Raw) => policy(raw).Statement.map(({ Sid }) => Sid);
const statement = (raw: Raw, sid: string) => policy(raw).Statement.find(({ Sid }) => Sid === sid);

const viaMountTarget = { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } };
const mountAndWrite = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];

describe("the policy of a file system of ours", () => {
  it("denies everybody what is not TLS", () => {
    expect(statement({}, "DenyPlaintext")).to.deep.equal({
      Sid: "DenyPlaintext",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "*",
      Resource: names.fileSystemArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    expect(statement({ access: "tls" }, "DenyPlaintext")).to.deep.equal(statement({}, "DenyPlaintext"));
  });

  it("lets the node role mount and write through the access point that enforces posix", () => {
    const expected = {
      Sid: "MountHomes",
      Effect: "Allow",
      Principal: { AWS: names.nodeRoleArn },
      Action: mountAndWrite,
      Resource: names.fileSystemArn,
      Condition: { ...viaMountTarget, StringEquals: { "elasticfilesystem:AccessPointArn": names.enforced } },
    };
    expect(statement({}, "MountHomes")).to.deep.equal(expected);
    expect(statement({ access: "tls" }, "MountHomes")).to.deep.equal({
      ...expected,
      Principal: { AWS: "*" },
    });
  });

  it("lets it be root through the plain access point alone, while something is", () => {
    for (const raw of [{ userMode: "root" }, { keepRootAccess: true }, { fixOwners: "files" }]) {
      expect(sidsOf(raw)).to.deep.equal(["DenyPlaintext", "MountHomes", "MountHomesAsRoot"]);
      expect(statement(raw, "MountHomesAsRoot")).to.deep.equal({
        Sid: "MountHomesAsRoot",
        Effect: "Allow",
        Principal: { AWS: names.nodeRoleArn },
        Action: [...mountAndWrite, "elasticfilesystem:ClientRootAccess"],
        Resource: names.fileSystemArn,
        Condition: { ...viaMountTarget, StringEquals: { "elasticfilesystem:AccessPointArn": names.plain } },
      });
    }
    expect(sidsOf({})).to.deep.equal(["DenyPlaintext", "MountHomes"]);
  });

  it("lets it through any access point where the driver makes them, never as root", () => {
    for (const userMode of ["root", "non-root"]) {
      const raw = { userMode, provisioning: "dynamic" };
      expect(sidsOf(raw)).to.deep.equal(["DenyPlaintext", "MountUsersHomes"]);
      expect(statement(raw, "MountUsersHomes")).to.deep.include({
        Action: mountAndWrite,
        Condition: {
          ...viaMountTarget,
          StringLike: { "elasticfilesystem:AccessPointArn": `${account}access-point/*` },
        },
      });
    }
  });

  it("has both while homes move from one kind to the other", () => {
    const leaving = (from: string, to: string, userMode = "non-root") =>
      sidsOf({ userMode, provisioning: to, movedFrom: { provisioning: from } });
    for (const [from, to] of [
      ["static", "dynamic"],
      ["dynamic", "static"],
    ] as const) {
      expect(leaving(from, to)).to.deep.equal(["DenyPlaintext", "MountHomes", "MountUsersHomes"]);
      expect(leaving(from, to, "root")).to.include("MountHomesAsRoot");
    }
  });

  it("says what EFS does without one where it is open", () => {
    expect(policy({ access: "open" }).Statement).to.deep.equal([
      {
        Sid: "OpenToAll",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [...mountAndWrite, "elasticfilesystem:ClientRootAccess"],
        Resource: names.fileSystemArn,
        Condition: viaMountTarget,
      },
    ]);
  });

  it("finds the access points of an account in every partition", () => {
    const china = "arn:aws-cn:elasticfilesystem:cn-north-1:1:";
    const settings = settingsOf({ provisioning: "dynamic" });
    const { fileSystemPolicy } = planAccess(settings, {
      ...names,
      fileSystemArn: `${china}file-system/fs-1`,
    });
    expect(JSON.stringify(fileSystemPolicy)).to.include(`"${china}access-point/*"`);
  });
});

describe("the policy of a file system of somebody else's", () => {
  it("is never made; a role of ours has the same rights by its own policy", () => {
    const { fileSystemPolicy, nodeRolePolicy } = planned(adopting({ userMode: "root" }));
    expect(fileSystemPolicy).to.equal(undefined);
    expect(nodeRolePolicy?.Statement).to.deep.equal(
      policy({ userMode: "root" })
        .Statement.filter(({ Effect }) => Effect === "Allow")
        .map(({ Principal: _everybody, ...rest }) => rest),
    );
  });

  it("is not accompanied where the role is not ours, or nobody asks for one", () => {
    const driver = { install: "existing", nodeRoleArn: names.nodeRoleArn };
    expect(planned(adopting({ driver }))).to.deep.equal({});
    for (const access of ["tls", "open"]) expect(planned(adopting({ access }))).to.deep.equal({});
  });
});

describe("any policy of ours", () => {
  const everySetting = fc
    .record({
      access: fc.constantFrom("iam", "tls", "open"),
      userMode: fc.constantFrom("root", "non-root"),
      provisioning: fc.constantFrom("static", "dynamic"),
      leaves: fc.boolean(),
      keepRootAccess: fc.boolean(),
      fixOwners: fc.constantFrom("nothing", "directories", "files"),
    })
    .map(({ leaves, ...raw }) => ({
      ...raw,
      movedFrom: leaves ? { provisioning: raw.provisioning === "static" ? "dynamic" : "static" } : {},
    }))
    .filter(
      ({ access, provisioning, keepRootAccess, fixOwners, movedFrom }) =>
        (fixOwners === "nothing" || provisioning === "static") &&
        (!keepRootAccess ||
          (access !== "open" && (provisioning === "static" || movedFrom.provisioning === "static"))),
    );

  interface Client {
    readonly by?: "role" | "anonymous" | "another role";
    readonly through?: string;
    readonly tls?: boolean;
  }
  /** What a client may do. */
  function may(raw: Raw, { by = "role", through, tls = true }: Client): ClientAction[] {
    const roleArn = by === "role" ? names.nodeRoleArn : `${names.nodeRoleArn}-of-others`;
    const request: ClientRequest = {
      actions: ["ClientMount", "ClientWrite", "ClientRootAccess"],
      fileSystemArn: names.fileSystemArn,
      context: {
        "aws:securetransport": [String(tls)],
        "elasticfilesystem:accessedviamounttarget": ["true"],
        "elasticfilesystem:accesspointarn": through === undefined ? "absent" : [through],
      },
      ...(by !== "anonymous" && { identity: { roleArn, accountId: "123456789012", mayByItself: "no" } }),
    };
    return judge(policy(raw), request)
      .filter(({ is }) => is !== "denied" && is !== "not allowed")
      .map(({ action }) => action);
  }
  const readAndWrite = ["ClientMount", "ClientWrite"];
  const [enforced = ""] = names.enforced;
  const ofDriver = `${account}access-point/fsap-alice`;

  it("lets our own mounts in", () => {
    fc.assert(
      fc.property(everySetting, (raw) => {
        const kinds = [raw.provisioning, raw.movedFrom.provisioning];
        if (kinds.includes("static"))
          expect(may(raw, { through: enforced })).to.include.members(readAndWrite);
        if (kinds.includes("dynamic"))
          expect(may(raw, { through: ofDriver })).to.include.members(readAndWrite);
        if (kinds.includes("static") && (raw.userMode === "root" || raw.fixOwners !== "nothing"))
          expect(may(raw, { through: names.plain })).to.include("ClientRootAccess");
      }),
    );
  });

  it("by IAM lets nobody else in, and nothing that is not TLS", () => {
    fc.assert(
      fc.property(everySetting, (raw) => {
        if (raw.access === "open") return;
        for (const through of [undefined, enforced, names.plain, ofDriver]) {
          expect(may(raw, { ...(through !== undefined && { through }), tls: false })).to.deep.equal([]);
          if (raw.access === "tls") continue;
          for (const by of ["anonymous", "another role"] as const)
            expect(may(raw, { by, ...(through !== undefined && { through }) })).to.deep.equal([]);
        }
      }),
    );
  });

  it("leads to no root directory, and to no root but through the plain access point", () => {
    fc.assert(
      fc.property(everySetting, (raw) => {
        if (raw.access === "open") return;
        expect(may(raw, {})).to.deep.equal([]);
        for (const through of [enforced, ofDriver])
          expect(may(raw, { through })).not.to.include("ClientRootAccess");
        const kinds = [raw.provisioning, raw.movedFrom.provisioning];
        if (!kinds.includes("dynamic")) expect(may(raw, { through: ofDriver })).to.deep.equal([]);
        if (raw.userMode === "non-root" && !raw.keepRootAccess && raw.fixOwners === "nothing")
          expect(may(raw, { through: names.plain })).not.to.include("ClientRootAccess");
      }),
    );
  });
});
