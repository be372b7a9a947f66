import * as pulumi from "@pulumi/pulumi";
import type { HomeAccessArgs, ImageArgs } from "../args.ts";
import type { FileSystemChoiceArgs } from "../fileSystemArgs.ts";
import { isOrWas } from "../plan/lettingGo.ts";
import { planHomes } from "../plan/homes.ts";
import { planStorageClass } from "../plan/storageClass.ts";
import { planUserMode } from "../plan/userMode.ts";
import { Provisioning } from "../settings/choices.ts";
import { type MadeVolume, makeClaim, makeStorageClass, makeVolumes } from "./homeVolumes.ts";
import { makeHomeJobs } from "./homeJobs.ts";
import { makeNamespace } from "./namespace.ts";
import { ownChart } from "./ownChart.ts";
import { holdsData } from "./protection.ts";
import { makeRelease } from "./release.ts";
import { makeSharedVolumes } from "./sharedFolders.ts";
import { settle, withAnyHub } from "./settle.ts";

/** The hub whose homes these are. */
export interface HomesHubArgs {
  /** Default `hub`. */
  name?: string;
  /** The namespace of the claims, made here. Default: the hub's name. */
  namespace?: string;
  /** What users' servers run, and the job that hands homes over. Default: the pinned image. */
  image?: ImageArgs;
  /** As the hub is told: it decides what the namespace asks of its pods. Default true. */
  blockNfs?: boolean;
  /** As the hub is told, for the same reason. Default: none. */
  values?: pulumi.Inputs;
}

/** The ARNs of a hub's access points: that which makes everybody `posix`, and that which only confines the path. */
export interface AccessPointArns {
  enforced: string;
  plain: string;
}

/** What a `HomeStorage` is made of. */
export interface HomeStorageArgs extends HomeAccessArgs {
  /** For a tag of the access points, by which hubs that share a file system are told apart. */
  clusterName?: pulumi.Input<string>;
  /** The file system that holds the homes. */
  fileSystemId: pulumi.Input<string>;
  /** Whose homes these are: the names of the objects follow from it. */
  hub?: HomesHubArgs;
  /** As its maker was told: the volumes of a One Zone file system are mounted in its zone only. */
  fileSystem?: FileSystemChoiceArgs;
  /** The zone of an existing One Zone file system: servers run there only. */
  oneZone?: string;
  /** The directory of all homes. Default `/<hub name>`. To change it hides the homes in the old one. */
  homesPath?: string;
  /** Default true. False: the jobs that work on the homes are run later, by whoever lets them mount. */
  runsJobs?: boolean;
  /** On every AWS resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}

/**
 * Homes as Kubernetes sees them: in static provisioning the access points, volumes and claims of both modes; in
 * dynamic a storage class; and the namespace that holds the claims. It needs the driver and the mount targets: give
 * both in `dependsOn`.
 */
export class HomeStorage extends pulumi.ComponentResource {
  /** The hub's namespace: known once everything in it may be made. */
  public readonly namespace: pulumi.Output<string>;
  /** Static: the access point that the hub uses in this mode. */
  public readonly accessPointId: pulumi.Output<string> | undefined;
  /** Static: the ARNs of both access points, for policies. */
  public readonly accessPointArns: pulumi.Output<AccessPointArns> | undefined;
  /** Static: the claims of both modes. */
  public readonly homeClaims: pulumi.Output<string[]> | undefined;
  /** Static: the claim that the hub uses in this mode. */
  public readonly homeClaim: pulumi.Output<string> | undefined;
  /** Dynamic: the class of users' claims. */
  public readonly homeStorageClass: pulumi.Output<string> | undefined;
  /** The absolute path of the home of the user `bob.smith`. */
  public readonly exampleHome: pulumi.Output<string>;

  public constructor(name: string, args: HomeStorageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:HomeStorage", name, {}, opts);
    const { fileSystemId, clusterName, oneZone, runsJobs = true, ...given } = args;
    const settings = settle(name, withAnyHub(given));
    const place = { clusterName, oneZone };
    const plan = planHomes(settings, place);
    const child = { parent: this };

    // While homes move from one kind of provisioning to the other, both are there.
    const volumes = isOrWas(settings, Provisioning.Static)
      ? makeVolumes(name, settings, { ...place, fileSystemId }, child)
      : [];
    const storageClass = isOrWas(settings, Provisioning.Dynamic)
      ? makeStorageClass(name, planStorageClass(settings, place), fileSystemId, child)
      : undefined;
    const shared = isOrWas(settings, Provisioning.Dynamic)
      ? makeSharedVolumes(name, settings, { ...place, fileSystemId }, child)
      : [];
    const volumesEnd =
      plan.volumesEnd &&
      makeRelease(`${name}-volumes-end`, { ...plan.volumesEnd, chart: ownChart(plan.volumesEnd) }, child);
    // After the volumes, so that it goes before them: its end ends the servers, whose end frees the volumes.
    const dependsOn = [
      ...[...volumes, ...shared].map(({ volume }) => volume),
      ...(volumesEnd ? [volumesEnd] : []),
    ];
    const namespace = makeNamespace(`${name}-namespace`, plan.namespace, {
      ...child,
      ...holdsData(settings.dataProtection),
      dependsOn,
    });
    const claimOf = (path: MadeVolume) => makeClaim(path, namespace, settings.dataProtection, child);
    const claims = volumes.map(claimOf);
    shared.forEach(claimOf);
    if (runsJobs) makeHomeJobs(name, plan, namespace.metadata.name, { ...child, dependsOn: claims });
    const isStatic = settings.provisioning === Provisioning.Static;
    const used = volumes.findIndex(
      ({ enforcement }) => isStatic && enforcement === planUserMode(settings).enforcement,
    );

    this.namespace = namespace.metadata.name;
    this.accessPointId = volumes[used]?.accessPoint.id;
    const [enforced, plain] = volumes.map(({ accessPoint }) => accessPoint.arn);
    this.accessPointArns = enforced && plain && pulumi.output({ enforced, plain });
    this.homeClaims =
      volumes.length === 0 ? undefined : pulumi.all(claims.map(({ metadata }) => metadata.name));
    this.homeClaim = claims[used]?.metadata.name;
    this.homeStorageClass = isStatic ? undefined : storageClass?.metadata.name;
    this.exampleHome = pulumi.output(plan.exampleHome);
    this.registerOutputs({
      namespace: this.namespace,
      accessPointId: this.accessPointId,
      accessPointArns: this.accessPointArns,
      homeClaim: this.homeClaim,
      homeClaims: this.homeClaims,
      homeStorageClass: this.homeStorageClass,
      exampleHome: this.exampleHome,
    });
  }
}
