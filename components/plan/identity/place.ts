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

/** The account that the cluster is in. */
export const accountOf = ({ clusterArn: arn }: Pick<DriverPlace, "clusterArn">): string =>
  clusterArn.exec(arn)?.[3] ?? KNOWN_AFTER_UP;

/** A file system serves one VPC, so it is in the cluster's region; and in its account, or it would not be the stack's. */
export const fileSystemArn = ({
  clusterArn: arn,
  fileSystemId,
}: Pick<DriverPlace, "clusterArn" | "fileSystemId">): string =>
  fileSystemId === KNOWN_AFTER_UP ? KNOWN_AFTER_UP : inEfs(arn, `file-system/${fileSystemId}`);

/** Every access point of that account and region: an access point's ARN does not say which file system it is of. */
export const accessPointArns = ({ clusterArn: arn }: Pick<DriverPlace, "clusterArn">): string =>
  inEfs(arn, "access-point/*");

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html */
function inEfs(arn: string, resource: string): string {
  const [, partition, region, account] = clusterArn.exec(arn) ?? [];
  return account === undefined
    ? KNOWN_AFTER_UP
    : `arn:${partition ?? ""}:elasticfilesystem:${region ?? ""}:${account}:${resource}`;
}
