import * as pulumi from "@pulumi/pulumi";
import type { JupyterHubOnEfsArgs } from "./jupyterHubOnEfsArgs.ts";
import { vpcCidrFaults } from "./plan/isolation/placeFaults.ts";
import { servedArn } from "./plan/identity/place.ts";
import { planHomes } from "./plan/homes.ts";
import { placeFaults } from "./plan/placeFaults.ts";
import { componentPaths, siteFaults } from "./plan/siteFaults.ts";
import { stackRecord } from "./plan/record.ts";
import { warningsOf } from "./plan/warnings.ts";
import { DestroyGuard } from "./resources/destroyGuard.ts";
import { FileSystemAccess } from "./resources/fileSystemAccess.ts";
import { EfsCsiDriver } from "./resources/efsCsiDriver.ts";
import { makeHomeJobs } from "./resources/homeJobs.ts";
import { recordInputs, refusesMoves } from "./resources/homesMove.ts";
import { HomeStorage } from "./resources/homeStorage.ts";
import { JupyterHub } from "./resources/jupyterHub.ts";
import { settle } from "./resources/settle.ts";
import { DataProtection } from "./settings/choices.ts";
import { SharedFileSystem, type MountTargetOutput } from "./resources/sharedFileSystem.ts";

/** The versions of the charts that run. */
export interface Versions {
  jupyterhub: string;
  /** Of the driver's chart, or of the add-on. Absent when the driver was there already. */
  efsCsiDriver: string | undefined;
}

/**
 * A JupyterHub on an EKS cluster, with the homes of its users on Amazon EFS. Give the cluster's Kubernetes provider
 * in `opts.providers`.
 */
export class JupyterHubOnEfs extends pulumi.ComponentResource {
  /** The file system that holds the homes. */
  public readonly fileSystemId: pulumi.Output<string>;
  /** Id and address of the mount targets, by zone. */
  public readonly mountTargets: pulumi.Output<Record<string, MountTargetOutput>>;
  /** Static: the access point that the hub uses in this mode. */
  public readonly accessPointId: pulumi.Output<string> | undefined;
  /** Static: the claim that the hub uses in this mode. */
  public readonly homeClaim: pulumi.Output<string> | undefined;
  /** Dynamic: the class of users' claims. */
  public readonly homeStorageClass: pulumi.Output<string> | undefined;
  /** The hub's namespace: its pods, users' servers and the claims on homes. */
  public readonly namespace: pulumi.Output<string>;
  /** Where users sign in. */
  public readonly hubUrl: pulumi.Output<string>;
  /** As it was decided: `root` or `non-root`. */
  public readonly userMode: pulumi.Output<string>;
  /** As it was decided: `static` or `dynamic`. */
  public readonly provisioning: pulumi.Output<string>;
  /** The absolute path of the home of the user `bob.smith`. */
  public readonly exampleHome: pulumi.Output<string>;
  /** The versions of the charts that run. */
  public readonly versions: pulumi.Output<Versions>;

  public constructor(name: string, args: JupyterHubOnEfsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { clusterName, clusterArn, oidcProviderArn, partition, vpcId, podIdentityAgent, ...more } = args;
    const { vpcCidrs = [], networkPolicy, ...rest } = more;
    const { subnets, clientSecurityGroups, existingFileSystem, ...given } = rest;
    const known = networkPolicy === undefined ? {} : { networkPolicy };
    const network = {
      subnets,
      clientSecurityGroups,
      ...(existingFileSystem !== undefined && { existingFileSystem }),
    };
    const place = {
      ...network,
      clusterArn,
      oidcProviderArn,
      podIdentityAgent: podIdentityAgent ?? true,
      vpcCidrs,
    };
    const settings = settle(name, given, (settled) => {
      const faults = [...placeFaults(place), ...vpcCidrFaults(vpcCidrs)];
      return faults.length > 0 ? faults : siteFaults(settled, place, componentPaths);
    });
    super(
      "jupyterhub-efs:index:JupyterHubOnEfs",
      name,
      recordInputs(stackRecord(settings, { ...network, clusterName })),
      pulumi.mergeOptions(refusesMoves(name, settings.movedFrom), opts),
    );
    const { dataProtection, movedFrom, fixOwners } = settings;
    const { userMode, provisioning, posix, homesPath, homeDirectory, usernames, hub, tags } = settings;
    const { access, keepRootAccess, sharedFolders } = settings;
    const homeSettings = {
      userMode,
      provisioning,
      posix,
      homeDirectory,
      usernames,
      access,
      sharedFolders,
      dataProtection,
      movedFrom,
    };
    const hubName = `${name}-${hub.name}`;
    const child = { parent: this };
    // Not as this component's: the SDK's log, which all updates of a process share, would wait for the URN for ever where the
    // component is refused, and every later update of that process with it.
    for (const warning of warningsOf(settings, { vpcCidrs, ...known })) void pulumi.log.warn(warning);

    const fileSystem = new SharedFileSystem(
      `${name}-homes`,
      {
        vpcId,
        ...network,
        clusterName,
        hub: { name: hub.name, namespace: hub.namespace },
        fileSystem: settings.fileSystem,
        dataProtection,
        tags,
        ...(partition !== undefined && { partition }),
      },
      child,
    );
    const driver = new EfsCsiDriver(
      `${name}-driver`,
      {
        clusterName,
        clusterArn,
        ...(oidcProviderArn !== undefined && { oidcProviderArn }),
        fileSystemId: fileSystem.fileSystemId,
        provisioning,
        access,
        identity: settings.identity,
        driver: settings.driver,
        movedFrom,
        tags,
      },
      child,
    );
    const homes = new HomeStorage(
      `${hubName}-homes`,
      {
        ...homeSettings,
        clusterName,
        fileSystemId: fileSystem.fileSystemId,
        fileSystem: settings.fileSystem,
        ...(existingFileSystem?.oneZone !== undefined && { oneZone: existingFileSystem.oneZone }),
        fixOwners,
        homesPath,
        hub,
        runsJobs: false,
        tags,
      },
      { ...child, dependsOn: [fileSystem, driver] },
    );
    const { accessPointArns } = homes;
    const fileSystemAccess = new FileSystemAccess(
      `${name}-access`,
      {
        ...homeSettings,
        fileSystemId: fileSystem.fileSystemId,
        fileSystemArn: pulumi
          .all([clusterArn, fileSystem.fileSystemId])
          .apply(([clusterArn, fileSystemId]) => servedArn({ clusterArn, fileSystemId })),
        fileSystem: settings.fileSystem,
        driver: settings.driver,
        nodeRoleArn: driver.nodeRoleArn,
        nodeRoleName: driver.nodeRoleName,
        ...(accessPointArns && {
          accessPointArns: { enforced: [accessPointArns.enforced], plain: accessPointArns.plain },
        }),
        keepRootAccess,
        fixOwners,
      },
      child,
    );
    // They are a part of the homes, and mount them: so not before the policy lets them.
    makeHomeJobs(`${hubName}-homes`, planHomes(settings), onceClaimed(homes), {
      parent: homes,
      dependsOn: fileSystemAccess,
    });
    const jupyterHub = new JupyterHub(
      hubName,
      { ...homeSettings, hub, createNamespace: false, vpcCidrs },
      { ...child, dependsOn: [homes, fileSystemAccess] },
    );
    new DestroyGuard(name, {
      ...child,
      dependsOn: [fileSystem, driver, homes, fileSystemAccess, jupyterHub],
      protect: dataProtection === DataProtection.Protect,
    });

    this.fileSystemId = fileSystem.fileSystemId;
    this.mountTargets = fileSystem.mountTargets;
    this.accessPointId = homes.accessPointId;
    this.homeClaim = homes.homeClaim;
    this.homeStorageClass = homes.homeStorageClass;
    this.namespace = homes.namespace;
    this.hubUrl = jupyterHub.url;
    this.userMode = pulumi.output(userMode);
    this.provisioning = pulumi.output(provisioning);
    this.exampleHome = homes.exampleHome;
    this.versions = pulumi.output({
      jupyterhub: jupyterHub.chartVersion,
      efsCsiDriver: driver.version,
    });
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      mountTargets: this.mountTargets,
      accessPointId: this.accessPointId,
      homeClaim: this.homeClaim,
      homeStorageClass: this.homeStorageClass,
      namespace: this.namespace,
      hubUrl: this.hubUrl,
      userMode: this.userMode,
      provisioning: this.provisioning,
      exampleHome: this.exampleHome,
      versions: this.versions,
    });
  }
}

/** The namespace, once the claims on homes are in it. */
const onceClaimed = ({ namespace, homeClaims }: HomeStorage): pulumi.Output<string> =>
  pulumi.all([namespace, homeClaims ?? []]).apply(([name]) => name);
