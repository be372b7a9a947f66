/** The forms of names and identifiers. Each is the owner's own rule; the address says whose. */
export const forms = {
  anyText: /\S/,

  /** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
  dnsLabel: /^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,

  /** A DNS label, short enough for a path on EFS below the longest `homesPath`. */
  sharedFolder: /^(?=.{1,40}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,

  /** A DNS label that can be the name of a Helm release: at most 53 characters. https://helm.sh/docs/chart_template_guide/ */
  releaseName: /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,

  /** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
  dnsSubdomain: /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,

  /** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
  clusterName: /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,

  /** https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html */
  subnetId: /^subnet-[0-9a-f]{8,40}$/,
  securityGroupId: /^sg-[0-9a-f]{8,40}$/,

  /** https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html */
  fileSystemId: /^fs-[0-9a-f]{8,40}$/,

  /** A zone of a region: One Zone file systems are not in Local Zones. */
  zone: /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/,

  /** https://docs.aws.amazon.com/general/latest/gr/rande.html */
  region: /^[a-z]{2}(-[a-z]+)+-\d$/,

  /** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
  vaultName: /^[0-9A-Za-z_-]{2,50}$/,

  /** A key's own ARN, not an alias's. https://docs.aws.amazon.com/kms/latest/developerguide/concepts-key-id.html */
  kmsKeyArn:
    /^arn:(aws|aws-cn|aws-us-gov):kms:[a-z]{2}(-[a-z]+)+-\d:\d{12}:key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
  roleArn: /^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role\/([\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/,

  /** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
  tagKey: /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu,
  tagValue: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,

  /** One exact version, no range: https://semver.org */
  version: /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,

  /** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html */
  addonVersion: /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,

  /** Without anybody's name and password in it. */
  chartRepository: /^(https?|oci):\/\/[^\s@/]+[^\s@]*$/,

  /** https://github.com/distribution/reference: a name without tag and digest. */
  imageName: /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/i,
  imageTag: /^\w[\w.-]{0,127}$/,

  /** As SQLAlchemy writes it, with or without a driver: `postgresql+psycopg2://…`. */
  postgresUrl: /^postgresql(\+\w+)?:\/\/\S+$/,

  /** Over the network in the clear only to the machine itself, for a trial through `kubectl port-forward`. */
  callbackUrl: /^(https:\/\/[^\s/@]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)\/\S*oauth_callback$/,
  httpsUrl: /^https:\/\/[^\s/@]+(\/\S*)?$/,

  /** A host's name or address, without scheme and port. */
  host: /^[0-9A-Za-z.-]+$|^[0-9A-Fa-f:]+$/,

  /** https://datatracker.ietf.org/doc/html/rfc4514 */
  distinguishedName: /^[A-Za-z0-9.-]+=[^=]/,
  bindDnTemplate: /\{username\}/,

  /** https://www.rfc-editor.org/rfc/rfc7468 */
  certificates: /^\s*-----BEGIN CERTIFICATE-----[^]*-----END CERTIFICATE-----\s*$/,

  /** GitHub's own forms of an organization's name, and of a team's slug behind it. */
  organization: /^[0-9A-Za-z-]+(:[0-9a-z_-]+)?$/,

  /** The authenticator refuses shorter ones, at which the hub would not start. */
  sharedPassword: /^[^]{8,}$/,
  adminPassword: /^[^]{32,}$/,

  /** JupyterHub writes names in lower case and refuses these. */
  username: /^(?!\s)[^/A-Z]+(?<!\s)$/,
} as const;
