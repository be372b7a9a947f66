import type { Input, Inputs } from "@pulumi/pulumi";
import type { SignInArgs } from "./signInArgs.ts";
import type {
  Access,
  DatabaseKind,
  DataProtection,
  DriverInstall,
  FixOwners,
  Provisioning,
  UserMode,
  Usernames,
  Writers,
} from "./settings/choices.ts";

/** The owner of every home: of the access point, its root directory, the container's process and the files. */
export interface PosixArgs {
  /** 1 to 2147483647; 0 is what `userMode: root` is for. Default 1000, docker-stacks' `jovyan`. */
  uid?: number;
  /** 1 to 2147483647. Default 100, docker-stacks' `users`. */
  gid?: number;
}

/** A directory beside the homes, which every server has under `~/shared`. Everybody reads it. */
export interface SharedFolderArgs {
  /**
   * Whose servers may change what is in it. Default nobody: somebody fills it from outside of the hub. With `admins` the
   * hub decides when a server starts; with `everyone` each user can change and delete what others put there.
   */
  writers?: Writers;
}

/** How homes are reached and kept: what all parts of a hub have to agree on, and so are told alike. */
export interface HomeAccessArgs {
  /** Who runs users' servers. Default non-root. Flips on a live stack; running servers keep working. */
  userMode?: UserMode;
  /** One volume for all homes, or one for each user. Default static. Change it only when no server runs. */
  provisioning?: Provisioning;
  /**
   * Who may mount the file system. Default iam: the driver's node pods alone, by their role. `tls`: everybody who reaches
   * a mount target, over TLS. `open`: the same as root, everywhere. A change cuts running servers off: stop them first.
   * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
   */
  access?: Access;
  /** The owner of every home. Default 1000:100. A change makes access points, volumes and claims anew, but no file. */
  posix?: PosixArgs;
  /** A home's directory, with `{username}` once. Default `home-{username}`. To change it hides the homes. */
  homeDirectory?: string;
  /** What `{username}` becomes. Default safe. To change it hides the homes of users with special characters. */
  usernames?: Usernames;
  /**
   * Folders that all servers have, by name: `~/shared/<name>` in a server, `<homesPath>/_<name>` on the file system. Default
   * none. A folder that is taken out keeps its files. https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
   */
  sharedFolders?: Record<string, SharedFolderArgs>;
  /** What becomes of homes, and of the hub's database, when the stack goes. Default protect. */
  dataProtection?: DataProtection;
  /**
   * The word for a change that would take homes, or copies of them, away, which is refused without it: the old value of
   * each changed setting, by its path, as the refusal shows them. `aws:region` is the region of the zones in `subnets`,
   * `cluster.existing.name` is `clusterName`.
   */
  movedFrom?: Record<string, string | number>;
  /**
   * For homes that somebody else made: what a job gives to `posix`, as root, before the hub is updated. Default nothing.
   * `directories` is quick; `files` looks at every file, which EFS bills. Static provisioning only. Remove it afterwards.
   */
  fixOwners?: FixOwners;
}

/** A chart: by version out of a repository, or by a local path. */
export interface ChartArgs {
  /** An exact version. Default: the one this release was tested with. */
  version?: string;
  /** The repository's address. Default: the chart's own. */
  repository?: string;
  /** A local directory or archive, in place of repository and version. */
  path?: string;
}

/** The EFS CSI driver. https://github.com/kubernetes-sigs/aws-efs-csi-driver */
export interface DriverArgs {
  /**
   * Default helm. addon: the EKS add-on, which AWS tests with each version of EKS; it lags behind the chart, and takes few
   * values. A cluster takes only one driver: say existing where it is there already. A change on a live stack takes the
   * driver from running servers, and has to be said twice (`movedFrom`).
   * https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
   */
  install?: DriverInstall;
  /** Default: the version that this release was tested with, out of its own repository. */
  chart?: ChartArgs;
  /** For addon: a version of it, like v3.0.0-eksbuild.1. Default: EKS chooses one when the add-on is made. */
  addonVersion?: string;
  /** Values for the driver's chart, merged with ours; for addon, its configuration, which EKS checks. */
  values?: Inputs;
  /**
   * For an existing driver where `access` is iam: the role that its service account efs-csi-node-sa has, by EKS Pod
   * Identity or IRSA. The file system's policy lets it in. Without a role there, say `access: tls`.
   */
  nodeRoleArn?: Input<string>;
}

/** Where the hub keeps its users and running servers. It has no default: each choice can lose something else. */
export interface DatabaseArgs {
  /** `claim`: SQLite on block storage. `postgres`: a server of yours. `memory`: a restart forgets running servers. */
  kind: DatabaseKind;
  /** For a claim: a block-storage class, never one on EFS. The claim goes with the release. */
  storageClassName?: string;
  /** For Postgres: `postgresql+psycopg2://user:password@host:5432/name`. A secret. */
  url?: Input<string>;
}

/** The image that servers start from. */
export interface ImageArgs {
  /** Default quay.io/jupyter/base-notebook. Root mode needs an image whose entry point is start.sh. */
  name?: string;
  /** Never `latest`: servers would differ from day to day. In YAML a date tag needs quotes. */
  tag?: string;
}

/** One JupyterHub. https://z2jh.jupyter.org */
export interface HubArgs {
  /** The release's name, and the default of namespace and homes' path. Default `hub`. A change makes another hub. */
  name?: string;
  /** Default: the hub's name. It holds the claims on homes, and is made and deleted with the stack. */
  namespace?: string;
  /** Z2JH 4.3 or a newer 4.x. */
  chart?: ChartArgs;
  /** What users' servers run. Default: a pinned docker-stacks base-notebook, which fits both user modes. */
  image?: ImageArgs;
  /** Where the hub keeps its own state. Has to be said. */
  database: DatabaseArgs;
  /** Who may sign in, and how. Has to be said, here or by an authenticator in `values`. */
  signIn?: SignInArgs;
  /** Names of users who administer the hub. */
  admins?: string[];
  /** Default false. Root mode only: users become root in their own server. */
  grantSudo?: boolean;
  /**
   * Default true: an init container closes NFS, and credentials that are not the user's, in every server. It is
   * privileged, and so has the namespace to be. False: servers reach mount targets unless the cluster enforces network
   * policies. https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
   */
  blockNfs?: boolean;
  /** How long Helm waits for the hub. Default 600. */
  timeoutSeconds?: number;
  /** Values for the chart, merged with ours. A value that contradicts a managed one is an error. */
  values?: Inputs;
}
