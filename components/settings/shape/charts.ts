import { DatabaseKind, DriverInstall } from "../choices.ts";
import { forms } from "./forms.ts";
import { signIn, username } from "./signIn.ts";
import { flag, helmValues, listOf, mapping, text, textInput, wholeNumber, word } from "./leaves.ts";

const quoted = "Put it in quotes, as it is written in the registry.";

const chart = mapping({
  version: text(
    forms.version,
    "must be one exact version",
    'Write major, minor and patch, in quotes: "4.4.0".',
  ),
  repository: text(
    forms.chartRepository,
    "must be the address of a chart repository, without a password",
    "Write it like https://hub.jupyter.org/helm-chart/, or oci://….",
  ),
  path: text(
    forms.anyText,
    "must be the path of a chart",
    "Write it relative to the project: ./charts/jupyterhub.",
  ),
});

export const driver = mapping({
  install: word(DriverInstall, "Say whether we install the driver or one is in the cluster already."),
  chart,
  addonVersion: text(
    forms.addonVersion,
    "must be a version of the add-on",
    "Give one that `aws eks describe-addon-versions --addon-name aws-efs-csi-driver` shows, like v3.0.0-eksbuild.1.",
  ),
  values: helmValues(),
  nodeRoleArn: textInput(
    forms.roleArn,
    "must be the ARN of an IAM role",
    "Give the role that the service account efs-csi-node-sa has, like arn:aws:iam::111122223333:role/efs-csi-node.",
  ),
});

const label = "Use lower-case letters, digits and hyphens; begin and end with a letter or digit.";

export const hub = mapping({
  name: text(forms.releaseName, "must be a DNS label of at most 53 characters", label),
  namespace: text(forms.dnsLabel, "must be a DNS label of at most 63 characters", label),
  chart,
  image: mapping({
    name: text(
      forms.imageName,
      "must be the name of an image, without a tag",
      "Put the tag into `hub.image.tag`.",
    ),
    tag: text(forms.imageTag, "must be an image's tag", quoted),
  }),
  database: mapping({
    kind: word(DatabaseKind, "Say where the hub keeps its own state."),
    storageClassName: text(
      forms.dnsSubdomain,
      "must be the name of a storage class",
      "Give one of block storage that `kubectl get storageclass` shows.",
    ),
    url: textInput(
      forms.postgresUrl,
      "must be a PostgreSQL address as SQLAlchemy writes it",
      "Write it like postgresql://USER:PASSWORD@HOST/DATABASE, as a secret.",
    ),
  }),
  signIn,
  admins: listOf(username, "List the names of the hub's admins, or leave the key out."),
  grantSudo: flag("Say whether users may become root in their servers."),
  blockNfs: flag("Say whether an init container closes NFS in users' servers."),
  timeoutSeconds: wholeNumber(10, 86400, "Give the seconds that an update waits for the hub to be ready."),
  values: helmValues(),
});
