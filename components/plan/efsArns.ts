/** Where something of AWS's is. */
export interface AwsPlace {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html */
const inEfs = ({ partition, region, accountId }: AwsPlace, resource: string): string =>
  `arn:${partition}:elasticfilesystem:${region}:${accountId}:${resource}`;

export const fileSystemArn = (place: AwsPlace, id: string): string => inEfs(place, `file-system/${id}`);

/** Every access point of an account and region: an access point's ARN does not say which file system it is of. */
export const anyAccessPoint = (place: AwsPlace): string => inEfs(place, "access-point/*");

/** How the ARNs of the access points of a file system begin. */
export const accessPointPrefix = (fileSystemArn: string): string =>
  fileSystemArn.replace(/:file-system\/.*$/, ":access-point/");
