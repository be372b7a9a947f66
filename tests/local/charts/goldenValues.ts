/** Values of the four cells as the program emits them, for the chart's contract. */
const common = {
  hub: { db: { pvc: { storageClassName: "gp3" } } },
  prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
};

const image = { name: "quay.io/jupyter/base-notebook", tag: "2026-08-10" };

export const rootStatic = {
  ...common,
  singleuser: {
    uid: 0,
    fsGid: 100,
    allowPrivilegeEscalation: false,
    image,
    extraEnv: { CHOWN_HOME: "yes", JUPYTER_RUNTIME_DIR: "/tmp/.jupyter-runtime" },
    storage: { type: "static", static: { pvcName: "efs-home", subPath: "home/{username}" } },
  },
};

export const nonRootStatic = {
  ...common,
  hub: { ...common.hub, config: { KubeSpawner: { gid: 100, delete_pvc: false } } },
  singleuser: {
    uid: 1000,
    fsGid: 100,
    initContainers: [{ name: "block-nfs", image: "quay.io/jupyterhub/k8s-network-tools:4.4.0" }],
    storage: {
      type: "static",
      static: { pvcName: "efs-home", subPath: "{username}" },
      extraVolumeMounts: {
        shared: { name: "home", mountPath: "/home/jovyan/shared", subPath: "_shared", readOnly: true },
      },
    },
  },
};

export const nonRootDynamic = {
  ...common,
  singleuser: {
    uid: 1000,
    fsGid: 100,
    storage: {
      type: "dynamic",
      capacity: "5Gi",
      dynamic: {
        storageClass: "efs-homes",
        storageAccessModes: ["ReadWriteMany"],
        pvcNameTemplate: "claim-{user_server}",
      },
    },
  },
};

/** What the real chart takes, by a name for the test's title. */
export const accepted: Readonly<Record<string, object>> = {
  "root servers with static homes": rootStatic,
  "non-root servers with static homes": nonRootStatic,
  "non-root servers with dynamic homes": nonRootDynamic,
  "anything under custom": { custom: { ours: { deeply: [1] } } },
  "the image's own user": { singleuser: { uid: null } },
  "extra volumes as a list": { singleuser: { storage: { extraVolumes: [], extraVolumeMounts: [] } } },
  "a command as a list": { singleuser: { cmd: ["jupyterhub-singleuser"] } },
};

/** What the real chart refuses, with the part that is to blame. */
export const rejected: Readonly<Record<string, object>> = {
  "a user id for the hub": { hub: { uid: 1000 } },
  "a group id for servers": { singleuser: { gid: 100 } },
  "an unknown key at the top": { singleusr: {} },
  "a section of hub.config in small letters": { hub: { config: { kubeSpawner: {} } } },
  "init containers as an object": { singleuser: { initContainers: { a: {} } } },
  "a user id as text": { singleuser: { uid: "0" } },
  "an unknown kind of storage": { singleuser: { storage: { type: "efs" } } },
  "no kind of storage": { singleuser: { storage: { type: null } } },
};
