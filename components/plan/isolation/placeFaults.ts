import type { Fault } from "../../settings/fault.ts";
import { isOpaque } from "../../settings/secret.ts";
import { show } from "../../settings/show.ts";
import { isCidr } from "../existing/cidr.ts";

/** What a component is told of its VPC stands in a policy, which the API server refuses as a whole for one wrong range. */
export function vpcCidrFaults(vpcCidrs: unknown): Fault[] {
  const fix = 'List the ranges, in the open: ["10.0.0.0/16"].';
  const fault = (path: string, rule: string, got: unknown): Fault => ({
    path,
    rule,
    got: isOpaque(got) ? "an Output" : show(got, path),
    fix,
  });
  if (vpcCidrs === undefined) return [];
  if (!Array.isArray(vpcCidrs)) return [fault("vpcCidrs", "must be a list of ranges", vpcCidrs)];
  return vpcCidrs.flatMap((cidr: unknown, index) =>
    typeof cidr === "string" && isCidr(cidr)
      ? []
      : [fault(`vpcCidrs[${index}]`, "must be a range of addresses", cidr)],
  );
}
