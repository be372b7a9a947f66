import { type PolicyDocument, policyOf, type PolicyStatement } from "../policyDocument.ts";
import { accessPointArns, type DriverPlace, servedArn } from "./place.ts";

/** The driver puts it on each access point that it makes, and on nothing else. */
const DRIVER_TAG = "efs.csi.aws.com/cluster";

const allow = (Sid: string, Action: readonly string[], more: Partial<PolicyStatement>): PolicyStatement => ({
  Sid,
  Effect: "Allow",
  Action,
  ...more,
});

/** EC2 takes no narrower resource for it. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
const findZones = allow("FindZones", ["ec2:DescribeAvailabilityZones"], { Resource: "*" });

/**
 * What the controller does: it makes access points on one file system, and deletes those which a driver made.
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/iam-policy-example.json
 */
export const controllerRights = (place: DriverPlace): PolicyDocument =>
  policyOf(
    allow(
      "FindFileSystem",
      [
        "elasticfilesystem:DescribeFileSystems",
        "elasticfilesystem:DescribeMountTargets",
        "elasticfilesystem:DescribeAccessPoints",
      ],
      { Resource: servedArn(place) },
    ),
    // By its own id, an access point is a resource of its own.
    allow("FindAccessPoints", ["elasticfilesystem:DescribeAccessPoints"], {
      Resource: accessPointArns(place),
    }),
    findZones,
    allow("MakeAccessPoints", ["elasticfilesystem:CreateAccessPoint"], {
      Resource: servedArn(place),
      Condition: { StringEquals: { [`aws:RequestTag/${DRIVER_TAG}`]: "true" } },
    }),
    // EFS asks for it when something is made with tags. Without the condition, the driver could tag ours, and delete them.
    allow("TagNewAccessPoints", ["elasticfilesystem:TagResource"], {
      Resource: accessPointArns(place),
      Condition: {
        StringEquals: {
          "elasticfilesystem:CreateAction": "CreateAccessPoint",
          [`aws:RequestTag/${DRIVER_TAG}`]: "true",
        },
      },
    }),
    allow("DeleteOwnAccessPoints", ["elasticfilesystem:DeleteAccessPoint"], {
      Resource: accessPointArns(place),
      Condition: { StringEquals: { [`aws:ResourceTag/${DRIVER_TAG}`]: "true" } },
    }),
  );

/**
 * What node pods do beside mounting: they look for a mount target where the file system's name does not resolve.
 * What they may do on the file system is said by its own policy. https://docs.aws.amazon.com/efs/latest/ug/mount-fs-ip.html
 */
export const nodeRights = (place: DriverPlace): PolicyDocument =>
  policyOf(
    allow("FindMountTargets", ["elasticfilesystem:DescribeMountTargets"], { Resource: servedArn(place) }),
    findZones,
  );
