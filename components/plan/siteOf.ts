import type { Fault } from "../settings/fault.ts";
import type { ProgramSettings } from "../settings/settings.ts";
import type { Surroundings } from "../surroundings/surroundings.ts";
import { adopt, type Adopted, nothingAdopted } from "./existing/adopt.ts";
import { nodeRightsWarnings } from "./nodeRightsWarnings.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import { subnetPerZone } from "./network.ts";
import type { ExistingPlace, Site } from "./site.ts";
import { programPaths, siteFaults } from "./siteFaults.ts";

/** A place, and what is wrong with it for these settings. */
export interface Located<T> {
  readonly site: T;
  readonly faults: readonly Fault[];
  /** What works, and may still surprise. */
  readonly warnings: readonly string[];
}

type KnownNetwork = Required<Pick<Site, "subnets" | "clientSecurityGroups">>;

/** A place that was looked up. */
export type KnownSite = Omit<Site, "existingFileSystem"> &
  KnownNetwork & { readonly existingFileSystem?: ExistingPlace };

/** Surroundings in which the existing file system was looked for, too. */
type LookedUp = Surroundings & Required<Pick<Surroundings, "fileSystems">>;

/**
 * The program's settings laid over what was looked up: one subnet per zone, and who may mount. Without
 * surroundings (a plan that asks nobody) zones stay unknown.
 */
export function siteOf(settings: ProgramSettings, surroundings: LookedUp): Located<KnownSite>;
export function siteOf(settings: ProgramSettings, surroundings: Surroundings): Located<Site & KnownNetwork>;
export function siteOf(settings: ProgramSettings, surroundings?: Surroundings): Located<Site>;
export function siteOf(settings: ProgramSettings, surroundings?: Surroundings): Located<Site> {
  const { cluster, network } = settings;
  const groups = network.clientSecurityGroupIds ?? surroundings?.cluster.nodeSecurityGroupIds;
  const around: Site = {
    clusterName: cluster.existing.name,
    clusterArn: surroundings?.cluster.arn ?? KNOWN_AFTER_UP,
    ...withProvider(surroundings),
    vpcId: surroundings?.cluster.vpcId ?? KNOWN_AFTER_UP,
    partition: surroundings?.partition ?? "aws",
    ...(surroundings && {
      vpcCidrs: [...surroundings.cluster.vpcCidrs, ...(surroundings.cluster.vpcIpv6Cidrs ?? [])],
      ...(surroundings.cluster.networkPolicy !== undefined && {
        networkPolicy: surroundings.cluster.networkPolicy,
      }),
      subnets: subnetPerZone(candidates(surroundings, network.subnetIds)),
      ...(surroundings.cluster.podIdentityAgent !== undefined && {
        podIdentityAgent: surroundings.cluster.podIdentityAgent,
      }),
    }),
    // A group's id is its label: it never changes, and no list's order is in it.
    ...(groups && { clientSecurityGroups: Object.fromEntries(groups.map((id) => [id, id])) }),
  };
  const { faults, warnings, ...existing } = adoptedBy(settings, around, surroundings);
  const site: Site = { ...around, ...existing };
  return {
    site,
    warnings: [...warnings, ...(surroundings ? nodeRightsWarnings(settings, surroundings) : [])],
    faults: [
      ...faults,
      ...(surroundings ? strangers(settings, surroundings) : []),
      ...siteFaults(settings, site, programPaths),
    ],
  };
}

/** Without surroundings it is not known whether there is one. */
function withProvider(surroundings: Surroundings | undefined): Pick<Site, "oidcProviderArn"> {
  if (surroundings === undefined) return { oidcProviderArn: KNOWN_AFTER_UP };
  const { oidcProviderArn } = surroundings.cluster;
  return oidcProviderArn === undefined ? {} : { oidcProviderArn };
}

/** The existing file system, as far as it was looked up. */
function adoptedBy(
  settings: ProgramSettings,
  { subnets, clientSecurityGroups }: Site,
  surroundings: Surroundings | undefined,
): Omit<Adopted, "place"> & Pick<Site, "existingFileSystem"> {
  if (settings.fileSystem.existing === undefined) return nothingAdopted;
  if (surroundings?.fileSystems === undefined)
    return { ...nothingAdopted, existingFileSystem: KNOWN_AFTER_UP };
  const zones = Object.keys(subnets ?? {}).sort();
  const clients = Object.keys(clientSecurityGroups ?? {});
  const { place, ...adopted } = adopt(settings, surroundings, { zones, clients });
  return { ...adopted, ...(place && { existingFileSystem: place }) };
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
