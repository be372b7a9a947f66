// Proves, statement by statement, what the driver's roles may do. Does not prove that these rights suffice on AWS: they
// are those that the driver's own documentation asks for, narrowed to what the service authorization reference can narrow.
import { expect } from "chai";
import type { PolicyDocument } from "../../../../components/plan/policyDocument.ts";
import { controllerRights, nodeRights } from "../../../../components/plan/identity/rights.ts";
import { inChina, place } from "./place.ts";

const fileSystem = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0";
const accessPoints = "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/*";

const bySid = ({ Statement }: PolicyDocument) =>
  Object.fromEntries(
    Statement.map(({ Sid, Effect, ...rest }) => {
      expect(Effect).to.equal("Allow");
      return [Sid, rest];
    }),
  );

describe("controllerRights", () => {
  it("looks at one file system, its mount targets and access points, and at the zones", () => {
    const rights = bySid(controllerRights(place));
    expect(rights.FindFileSystem).to.deep.equal({
      Action: [
        "elasticfilesystem:DescribeFileSystems",
        "elasticfilesystem:DescribeMountTargets",
        "elasticfilesystem:DescribeAccessPoints",
      ],
      Resource: fileSystem,
    });
    expect(rights.FindAccessPoints).to.deep.equal({
      Action: ["elasticfilesystem:DescribeAccessPoints"],
      Resource: accessPoints,
    });
    expect(rights.FindZones).to.deep.equal({ Action: ["ec2:DescribeAvailabilityZones"], Resource: "*" });
  });

  it("makes access points on that file system alone, with the driver's tag", () => {
    expect(bySid(controllerRights(place)).MakeAccessPoints).to.deep.equal({
      Action: ["elasticfilesystem:CreateAccessPoint"],
      Resource: fileSystem,
      Condition: { StringEquals: { "aws:RequestTag/efs.csi.aws.com/cluster": "true" } },
    });
  });

  it("tags an access point while it is made, and never later: it could make ours its own", () => {
    expect(bySid(controllerRights(place)).TagNewAccessPoints).to.deep.equal({
      Action: ["elasticfilesystem:TagResource"],
      Resource: accessPoints,
      Condition: {
        StringEquals: {
          "elasticfilesystem:CreateAction": "CreateAccessPoint",
          "aws:RequestTag/efs.csi.aws.com/cluster": "true",
        },
      },
    });
  });

  it("deletes only access points that a driver made", () => {
    expect(bySid(controllerRights(place)).DeleteOwnAccessPoints).to.deep.equal({
      Action: ["elasticfilesystem:DeleteAccessPoint"],
      Resource: accessPoints,
      Condition: { StringEquals: { "aws:ResourceTag/efs.csi.aws.com/cluster": "true" } },
    });
  });

  it("has no more than these, and nothing that reads or writes homes", () => {
    expect(Object.keys(bySid(controllerRights(place)))).to.have.length(6);
    expect(JSON.stringify(controllerRights(place))).not.to.match(/:Client|:\*"|DeleteFileSystem/);
  });

  it("has the ARNs of its partition", () => {
    expect(JSON.stringify(controllerRights(inChina)))
      .to.include("arn:aws-cn:elasticfilesystem:cn-north-1:123456789012:file-system/fs-0123456789abcdef0")
      .and.not.to.include("arn:aws:");
  });
});

describe("nodeRights", () => {
  it("finds a mount target where the name does not resolve, and no more: the file system's policy lets it mount", () => {
    expect(bySid(nodeRights(place))).to.deep.equal({
      FindMountTargets: { Action: ["elasticfilesystem:DescribeMountTargets"], Resource: fileSystem },
      FindZones: { Action: ["ec2:DescribeAvailabilityZones"], Resource: "*" },
    });
  });
});
