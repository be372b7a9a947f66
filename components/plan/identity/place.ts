import { anyAccessPoint, type AwsPlace, fileSystemArn } from "../efsArns.ts";
import { KNOWN_AFTER_UP } from "../plan.ts";

/** Where the driver runs, and whose homes it serves; the placeholder stands for what is not known yet. */
export interface DriverPlace {
  /** `arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME` */
  readonly clusterArn: string;
  /** `arn:PARTITION:iam::ACCOUNT:oidc-provider/ISSUER` */
  readonly oidcProviderArn: string;
  readonly fileSystemId: string;
}

/** Nothing is known of it yet: which roles there are is decided all the same. */
export const unknownPlace: DriverPlace = {
  clusterArn: KNOWN_AFTER_UP,
  oidcProviderArn: KNOWN_AFTER_UP,
  fileSystemId: KNOWN_AFTER_UP,
};

/** The form of a cluster's ARN. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html */
export const isClusterArn = (arn: string): boolean => clusterArn.test(arn);

const clusterArn = /^arn:(aws[a-z-]*):eks:([a-z0-9-]+):(\d{12}):cluster\/[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/;

const placeOf = ({ clusterArn: arn }: Pick<DriverPlace, "clusterArn">): AwsPlace | undefined => {
  const [, partition, region, accountId] = clusterArn.exec(arn) ?? [];
  return partition && region && accountId ? { partition, region, accountId } : undefined;
};

/** The account that the cluster is in. */
export const accountOf = (at: Pick<DriverPlace, "clusterArn">): string =>
  placeOf(at)?.accountId ?? KNOWN_AFTER_UP;

/** A file system serves one VPC, so it is in the cluster's region; and in its account, or it would not be the stack's. */
export function servedArn(at: Pick<DriverPlace, "clusterArn" | "fileSystemId">): string {
  const place = placeOf(at);
  return place === undefined || at.fileSystemId === KNOWN_AFTER_UP
    ? KNOWN_AFTER_UP
    : fileSystemArn(place, at.fileSystemId);
}

export function accessPointArns(at: Pick<DriverPlace, "clusterArn">): string {
  const place = placeOf(at);
  return place === undefined ? KNOWN_AFTER_UP : anyAccessPoint(place);
}
