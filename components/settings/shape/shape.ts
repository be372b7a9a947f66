import { z } from "zod";
import {
  Access,
  DataProtection,
  FixOwners,
  Identity,
  Provisioning,
  UserMode,
  Usernames,
  Writers,
} from "../choices.ts";
import { driver, hub } from "./charts.ts";
import { fileSystem } from "./fileSystem.ts";
import { forms } from "./forms.ts";
import {
  advice,
  topFlag,
  mapping,
  mappingOf,
  someOf,
  text,
  textInput,
  textItem,
  wholeNumber,
  word,
} from "./leaves.ts";

/** Kubernetes' own limit for the ids of users and groups. */
const MAX_ID = 2147483647;

const posixId = (what: string) =>
  wholeNumber(
    1,
    MAX_ID,
    `Give the ${what} that owns the homes; servers that start as root are \`userMode: root\`.`,
  );

/** The old value of a setting, as the error wrote it. */
const movedFromValue = z.union([z.string(), z.number()]).register(advice, {
  rule: "must be the old value of a setting",
  fix: "Copy the lines that the error of the refused change shows.",
});

const componentKeys = {
  userMode: word(UserMode, "Choose who a user's server starts as."),
  provisioning: word(Provisioning, "Choose one volume for all homes, or a volume per user."),
  posix: mapping({ uid: posixId("user id"), gid: posixId("group id") }),
  fileSystem,
  access: word(Access, "Choose who may mount the file system."),
  keepRootAccess: topFlag("Say whether servers that started as root keep their rights for now."),
  dataProtection: word(DataProtection, "Choose what a destroy does to homes."),
  movedFrom: mappingOf(z.string(), movedFromValue),
  fixOwners: word(FixOwners, "Choose what a job gives to `posix` before the hub is updated."),
  homesPath: text(forms.anyText, "must be an absolute path", "Write it like /homes."),
  homeDirectory: text(
    forms.anyText,
    "must be text with `{username}` in it",
    'Write it like "home-{username}".',
  ),
  usernames: word(Usernames, "Choose how a user's name becomes part of a directory's name."),
  sharedFolders: mappingOf(
    z.string(),
    mapping({ writers: word(Writers, "Choose whose servers may change what is in the folder.") }),
  ),
  identity: word(Identity, "Choose how the driver's pods get their IAM roles."),
  driver,
  hub,
  tags: mappingOf(
    z.string(),
    textInput(
      forms.tagValue,
      "must be text that AWS takes as a tag's value",
      "Use at most 256 letters, digits, spaces and _.:/=+-@.",
    ),
  ),
};

const programKeys = {
  cluster: mapping({
    existing: mapping({
      name: text(
        forms.clusterName,
        "must be the name of an EKS cluster",
        "Give the name that `aws eks list-clusters` shows.",
      ),
    }),
  }),
  kubernetes: mapping({
    kubeconfig: textInput(
      forms.anyText,
      "must be a kubeconfig's path or content",
      "Give a path or the file's content.",
    ),
    context: text(
      forms.anyText,
      "must be the name of a context",
      "Give a name that `kubectl config get-contexts` shows.",
    ),
  }),
  network: mapping({
    subnetIds: someOf(
      textItem(
        forms.subnetId,
        "must be a subnet's id",
        "Give the id of a subnet of the cluster's VPC, like subnet-0123456789abcdef0.",
      ),
      "List the subnets that may get a mount target, or leave the key out: then it is the cluster's own.",
    ),
    clientSecurityGroupIds: someOf(
      textItem(
        forms.securityGroupId,
        "must be a security group's id",
        "Give the id of a group that the nodes are in, like sg-0123456789abcdef0.",
      ),
      "List the groups that the nodes are in, or leave the key out: then it is the cluster's own.",
    ),
  }),
};

/** The shape of the component's settings: each key may be absent, none may be unknown. */
export const componentShape = z.strictObject(componentKeys);

/** The shape of a stack file's settings. */
export const programShape = z.strictObject({ ...componentKeys, ...programKeys });

/** Settings as given, each value of the right kind. The component's lack what says where its cluster is. */
export type Given = z.infer<typeof programShape>;
