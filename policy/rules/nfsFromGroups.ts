import { areEverybody } from "../addresses.ts";
import type { Resource, ResourceRule } from "../rule.ts";
import { at, isProperties, items, type Properties, type Value } from "../value.ts";

const NFS = 2049;
/** Up to here ports belong to the system; a rule from below it to the last one names no service. */
const WELL_KNOWN = 1024;
const LAST = 65535;

/** What lets in, in one form for every type of resource that has such rules. */
interface Opening {
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
  readonly addresses: readonly Value[];
}

/** NFS is open to security groups, never to addresses. */
export const nfsFromGroups: ResourceRule = {
  name: "nfs-from-groups",
  description: "Security groups let NFS in from security groups alone",
  url: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
  faultsOf: (resource) =>
    openings(resource).flatMap((opening) => {
      const addresses = wrong(opening);
      return addresses.length === 0
        ? []
        : [
            `NFS (${NFS}) is let in from ${addresses.join(", ")}: whoever has such an address can mount. Name the security group of the nodes instead.`,
          ];
    }),
};

/** Any address for a rule that names ports, NFS's among them; of one for all ports, which may serve something else, only «everybody». */
function wrong({ protocol, from, to, addresses }: Opening): string[] {
  const texts = addresses.filter((address) => typeof address === "string");
  const [first, last] = [port(from), port(to)];
  const isAnyProtocol = isOneOf(protocol, ["-1", "all"]);
  if (!isAnyProtocol && !isOneOf(protocol, ["6", "tcp"])) return [];
  if (isAnyProtocol || (first <= WELL_KNOWN && last >= LAST)) return areEverybody(texts) ? texts : [];
  return first <= NFS && last >= NFS ? texts : [];
}

/** AWS and the provider take a protocol in either case, and a number as a text. */
const isOneOf = (value: Value, words: readonly string[]): boolean =>
  (typeof value === "string" || typeof value === "number") && words.includes(String(value).toLowerCase());

const port = (value: Value): number =>
  typeof value === "number" || (typeof value === "string" && value !== "") ? Number(value) : NaN;

function openings({ type, props }: Resource): Opening[] {
  switch (type) {
    case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
      return [
        {
          protocol: props.ipProtocol,
          from: props.fromPort,
          to: props.toPort,
          addresses: [props.cidrIpv4, props.cidrIpv6, props.prefixListId],
        },
      ];
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      return props.type === "ingress" ? [inline(props)] : [];
    case "aws:ec2/securityGroup:SecurityGroup":
    case "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup":
      return items(at(props, "ingress")).filter(isProperties).map(inline);
    default:
      return [];
  }
}

function inline(rule: Properties): Opening {
  const lists: readonly Value[] = [rule.cidrBlocks, rule.ipv6CidrBlocks, rule.prefixListIds];
  return {
    protocol: rule.protocol,
    from: rule.fromPort,
    to: rule.toPort,
    addresses: lists.flatMap((list): readonly Value[] => items(list)),
  };
}
