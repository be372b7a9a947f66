import type { Fault } from "../../settings/fault.ts";
import type { FoundMountTarget, FoundRule } from "../../surroundings/foundFileSystem.ts";
import { NFS_PORT } from "../network.ts";
import { type Adoption, theirTargets, wrong } from "./adoption.ts";
import { covers } from "./cidr.ts";
import { together } from "./together.ts";

/**
 * Whether the nodes reach the mount targets that are there. The rules of their groups are their owner's: we tell what to
 * add, and add nothing. https://docs.aws.amazon.com/efs/latest/ug/network-access.html
 */
export function nodesLetIn(adoption: Adoption): Fault[] {
  const targets = theirTargets(adoption).filter(([zone]) => adoption.zones.includes(zone));
  return adoption.clients.flatMap((client) => {
    const closed = targets.filter(([, target]) => !letsIn(adoption, target, client));
    return together(closed, ([, { securityGroupIds }]) => securityGroupIds.join(", ")).map(([groups, shut]) =>
      closedTo(adoption, client, groups, shut),
    );
  });
}

function letsIn({ found, surroundings }: Adoption, target: FoundMountTarget, client: string): boolean {
  const rules = target.securityGroupIds
    .flatMap((id) => found.securityGroups[id]?.ingress ?? [])
    .filter(isForNfs);
  const cidrs = rules.flatMap(({ cidr }) => cidr ?? []);
  return (
    rules.some(({ securityGroupId }) => securityGroupId === client) ||
    surroundings.cluster.vpcCidrs.every((cidr) => covers(cidrs, cidr))
  );
}

/** Every protocol, or TCP by name or number. */
const isForNfs = ({ protocol, fromPort, toPort }: FoundRule): boolean =>
  protocol === "-1" ||
  (["tcp", "6"].includes(protocol.toLowerCase()) && fromPort <= NFS_PORT && NFS_PORT <= toPort);

function closedTo(
  adoption: Adoption,
  client: string,
  groups: string,
  shut: readonly [zone: string, target: FoundMountTarget][],
): Fault {
  const zones = shut.map(([zone]) => zone).join(", ");
  const [group = "GROUP"] = groups.split(", ");
  return wrong(
    adoption,
    `must let the nodes in: no rule for port ${NFS_PORT} from ${client}, or from all of the VPC (${adoption.surroundings.cluster.vpcCidrs.join(", ")}), in the security group of its mount target in ${zones}`,
    `Add one; we never change what is not ours: \`aws ec2 authorize-security-group-ingress --region ${adoption.surroundings.region} --group-id ${group} --protocol tcp --port ${NFS_PORT} --source-group ${client}\`.`,
    `${adoption.id} behind ${groups === "" ? "no group" : groups}`,
  );
}
