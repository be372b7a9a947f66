import { getNetworkInterface, type GetNetworkInterfaceResult } from "@pulumi/aws/ec2/getNetworkInterface.js";
import { getNetworkInterfaces } from "@pulumi/aws/ec2/getNetworkInterfaces.js";
import type { FoundMountTarget } from "./foundFileSystem.ts";
import { unlessMissing } from "./notFound.ts";

/**
 * The mount targets of a file system, by zone. The provider can tell of one that it knows the id of, but lists none:
 * so they are found by their network interfaces, which EFS describes by the ids of both.
 * https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html
 */
export async function lookUpMountTargets(fileSystemId: string): Promise<Record<string, FoundMountTarget>> {
  const { ids } = await getNetworkInterfaces({
    filters: [{ name: "description", values: [`*${fileSystemId}*`] }],
  });
  const found = await Promise.all(ids.map((id) => unlessMissing(getNetworkInterface({ id }))));
  return Object.fromEntries(
    found
      .filter((one) => one !== undefined)
      .flatMap((one): [string, FoundMountTarget][] => {
        const id = mountTargetId(one.description, fileSystemId);
        return id === undefined ? [] : [[one.availabilityZone, { id, ...placeOf(one) }]];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The API reference writes it the second way, and what people see in their accounts is the first. */
const forms = [
  /^EFS mount target for (?<fileSystem>fs-[0-9a-f]+) \((?<target>fsmt-[0-9a-f]+)\)$/,
  /^Mount target (?<target>fsmt-[0-9a-f]+) for file system (?<fileSystem>fs-[0-9a-f]+)$/i,
];

/** The mount target of which EFS made an interface with this description; undefined where it is somebody else's. */
export const mountTargetId = (description: string, fileSystemId: string): string | undefined =>
  forms.map((form) => form.exec(description)?.groups).find((groups) => groups?.fileSystem === fileSystemId)
    ?.target;

const placeOf = (found: GetNetworkInterfaceResult): Omit<FoundMountTarget, "id"> => ({
  subnetId: found.subnetId,
  ipAddress: found.privateIp,
  vpcId: found.vpcId,
  securityGroupIds: [...found.securityGroups].sort(),
});
