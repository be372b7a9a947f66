import type { Fault } from "../settings/fault.ts";
import type { ProgramSettings } from "../settings/settings.ts";
import type { Surroundings } from "../surroundings/surroundings.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import { subnetPerZone } from "./network.ts";
import type { Site } from "./site.ts";
import { programPaths, siteFaults } from "./siteFaults.ts";

/** A place, and what is wrong with it for these settings. */
export interface Located<T> {
  readonly site: T;
  readonly faults: readonly Fault[];
}

/** A place that was looked up. */
export type KnownSite = Site & Required<Pick<Site, "subnets" | "clientSecurityGroups">>;

/**
 * The program's settings laid over what was looked up: one subnet per zone, and who may mount. Without
 * surroundings (a plan that asks nobody) zones stay unknown.
 */
export function siteOf(settings: ProgramSettings, surroundings: Surroundings): Located<KnownSite>;
export function siteOf(settings: ProgramSettings, surroundings?: Surroundings): Located<Site>;
export function siteOf(settings: ProgramSettings, surroundings?: Surroundings): Located<Site> {
  const { cluster, network } = settings;
  const groups = network.clientSecurityGroupIds ?? surroundings?.cluster.nodeSecurityGroupIds;
  const site: Site = {
    clusterName: cluster.existing.name,
    vpcId: surroundings?.cluster.vpcId ?? KNOWN_AFTER_UP,
    partition: surroundings?.partition ?? "aws",
    ...(surroundings && {
      subnets: subnetPerZone(candidates(surroundings, network.subnetIds)),
      ...(surroundings.cluster.podIdentityAgent !== undefined && {
        podIdentityAgent: surroundings.cluster.podIdentityAgent,
      }),
    }),
    // A group's id is its label: it never changes, and no list's order is in it.
    ...(groups && { clientSecurityGroups: Object.fromEntries(groups.map((id) => [id, id])) }),
  };
  return {
    site,
    faults: [
      ...(surroundings ? strangers(settings, surroundings) : []),
      ...siteFaults(settings, site, programPaths),
    ],
  };
}

/** The zones of the subnets that may take a mount target. */
function candidates(
  { subnets }: Surroundings,
  chosen: readonly string[] | undefined,
): Record<string, string> {
  if (chosen === undefined) return { ...subnets };
  return Object.fromEntries(chosen.flatMap((id) => (subnets[id] === undefined ? [] : [[id, subnets[id]]])));
}

/** Subnets that are asked for and are not there. */
const strangers = ({ network }: ProgramSettings, { cluster, subnets }: Surroundings): Fault[] =>
  (network.subnetIds ?? []).flatMap((id, index) =>
    subnets[id] === undefined
      ? [
          {
            path: `network.subnetIds[${index}]`,
            rule: `must be a subnet of the cluster's VPC ${cluster.vpcId}`,
            got: id,
            fix: "name a subnet of that VPC, or leave network.subnetIds out to use the cluster's own",
          },
        ]
      : [],
  );
