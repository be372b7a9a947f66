import { DeleteSecurityGroupCommand, DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  DeleteAccessPointCommand,
  DeleteMountTargetCommand,
  DescribeAccessPointsCommand,
  DescribeMountTargetsCommand,
} from "@aws-sdk/client-efs";
import {
  DeletePodIdentityAssociationCommand,
  EKSClient,
  ListPodIdentityAssociationsCommand,
} from "@aws-sdk/client-eks";
import { efs } from "./cloud.ts";

/** Deletes the mount targets of a file system, as somebody would by hand. */
export async function removeMountTargets(FileSystemId: string): Promise<void> {
  const { MountTargets = [] } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId }));
  for (const { MountTargetId } of MountTargets)
    await efs.send(new DeleteMountTargetCommand({ MountTargetId }));
}

/** Deletes the security groups that a stack made for a hub. */
export async function removeSecurityGroups(hub: string): Promise<void> {
  const ec2 = new EC2Client();
  const Filters = [{ Name: "tag:jupyterhub-efs/hub", Values: [hub] }];
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  for (const { GroupId } of SecurityGroups) await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
}

/** Deletes the access points of a file system. No file goes with them. */
export async function removeAccessPoints(FileSystemId: string): Promise<void> {
  const { AccessPoints = [] } = await efs.send(new DescribeAccessPointsCommand({ FileSystemId }));
  for (const { AccessPointId } of AccessPoints)
    await efs.send(new DeleteAccessPointCommand({ AccessPointId }));
}

/** Deletes the pod identity associations of a cluster, as EKS does with the cluster. */
export async function removeAssociations(clusterName: string): Promise<void> {
  const eks = new EKSClient();
  const { associations = [] } = await eks.send(new ListPodIdentityAssociationsCommand({ clusterName }));
  for (const { associationId } of associations)
    await eks.send(new DeletePodIdentityAssociationCommand({ clusterName, associationId }));
}
