// The same resources as Pulumi.local.yaml makes, as a program would have them that was written for one stack: one
// file, whole packages, Pulumi's default set-up. The benchmark compares its preview with ours.
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const charts = new pulumi.Config().require("charts");

const cluster = aws.eks.getClusterOutput({ name: "local" });
aws.eks.getAddonOutput({ clusterName: "local", addonName: "eks-pod-identity-agent" });
const vpc = aws.ec2.getVpcOutput({ id: cluster.vpcConfig.vpcId });

const kubeconfig = pulumi
  .all([cluster.endpoint, cluster.certificateAuthorities])
  .apply(([server, authorities]) =>
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "local", cluster: { server, "certificate-authority-data": authorities[0]?.data } }],
      users: [
        {
          name: "local",
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: [
                "--region",
                "us-east-1",
                "eks",
                "get-token",
                "--cluster-name",
                "local",
                "--output",
                "json",
              ],
              interactiveMode: "Never",
            },
          },
        },
      ],
      contexts: [{ name: "local", context: { cluster: "local", user: "local" } }],
      "current-context": "local",
    }),
  );
const provider = new k8s.Provider("kubernetes", { kubeconfig, clusterIdentifier: cluster.arn });

const fileSystem = new aws.efs.FileSystem("homes", {
  encrypted: true,
  performanceMode: "generalPurpose",
  throughputMode: "elastic",
  lifecyclePolicies: [
    { transitionToIa: "AFTER_30_DAYS" },
    { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
  ],
});
const securityGroup = new aws.ec2.SecurityGroup("nfs", { vpcId: vpc.id, description: "NFS" });
new aws.vpc.SecurityGroupIngressRule("nodes", {
  securityGroupId: securityGroup.id,
  referencedSecurityGroupId: cluster.vpcConfig.clusterSecurityGroupId,
  ipProtocol: "tcp",
  fromPort: 2049,
  toPort: 2049,
});
const mountTargets = [0, 2, 4].map((index) => {
  const subnet = aws.ec2.getSubnetOutput({
    id: cluster.vpcConfig.subnetIds.apply((ids) => ids[index] ?? ""),
  });
  return new aws.efs.MountTarget(`homes-${index}`, {
    fileSystemId: fileSystem.id,
    subnetId: subnet.id,
    securityGroups: [securityGroup.id],
  });
});

const driver = new k8s.helm.v3.Release(
  "driver",
  { name: "aws-efs-csi-driver", namespace: "kube-system", chart: `${charts}/aws-efs-csi-driver` },
  { provider },
);

const homes = ["enforced", "plain"].map((kind) => {
  const accessPoint = new aws.efs.AccessPoint(kind, {
    fileSystemId: fileSystem.id,
    ...(kind === "enforced" ? { posixUser: { uid: 1000, gid: 100 } } : {}),
    rootDirectory: { path: "/hub", creationInfo: { ownerUid: 1000, ownerGid: 100, permissions: "0755" } },
  });
  const volume = new k8s.core.v1.PersistentVolume(
    kind,
    {
      metadata: { name: `hub-${kind}` },
      spec: {
        capacity: { storage: "1Gi" },
        accessModes: ["ReadWriteMany"],
        persistentVolumeReclaimPolicy: "Retain",
        storageClassName: "",
        claimRef: { namespace: "hub", name: kind },
        csi: {
          driver: "efs.csi.aws.com",
          volumeHandle: pulumi.interpolate`${fileSystem.id}::${accessPoint.id}`,
        },
      },
    },
    { provider, dependsOn: [driver, ...mountTargets] },
  );
  return { kind, volume };
});

const namespace = new k8s.core.v1.Namespace(
  "hub",
  { metadata: { name: "hub" } },
  { provider, dependsOn: homes.map(({ volume }) => volume) },
);
const claims = homes.map(
  ({ kind, volume }) =>
    new k8s.core.v1.PersistentVolumeClaim(
      kind,
      {
        metadata: { name: kind, namespace: namespace.metadata.name },
        spec: {
          accessModes: ["ReadWriteMany"],
          storageClassName: "",
          volumeName: volume.metadata.name,
          resources: { requests: { storage: "1Gi" } },
        },
      },
      { provider, deletedWith: namespace },
    ),
);

const hub = new k8s.helm.v3.Release(
  "hub",
  {
    name: "hub",
    namespace: namespace.metadata.name,
    chart: `${charts}/jupyterhub`,
    values: {
      singleuser: { uid: 1000, fsGid: 100, storage: { type: "static", static: { pvcName: "enforced" } } },
      hub: { db: { pvc: { storageClassName: "gp3" } } },
    },
  },
  { provider, dependsOn: claims },
);
const proxy = k8s.core.v1.Service.get("proxy", pulumi.interpolate`${hub.status.namespace}/proxy-public`, {
  provider,
});

export const fileSystemId = fileSystem.id;
export const url = proxy.status.loadBalancer.ingress[0].hostname;
