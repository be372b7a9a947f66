/**
 * Every chart, driver and image that this release installs, pinned in one place. A stack can pin others
 * (`hub.chart`, `hub.image`, `driver.chart`).
 */
export const versions = {
  /** https://hub.jupyter.org/helm-chart/ */
  jupyterhubChart: "4.4.0",
  /** https://kubernetes-sigs.github.io/aws-efs-csi-driver/ ; carries driver v3.4.1 */
  efsCsiDriverChart: "4.4.1",
  /** The tag of the docker-stacks image that servers start from. */
  notebookImage: "2026-08-10",
} as const;

export const jupyterhubChart = {
  name: "jupyterhub",
  repository: "https://hub.jupyter.org/helm-chart/",
  version: versions.jupyterhubChart,
} as const;

export const efsCsiDriverChart = {
  name: "aws-efs-csi-driver",
  repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver/",
  version: versions.efsCsiDriverChart,
} as const;

/** The same driver as EKS installs it. EKS has versions of its own for each version of the cluster: none is pinned here. */
export const efsCsiDriverAddon = "aws-efs-csi-driver";

/** The chart's own image with iptables; its tag is the chart's version. */
export const networkToolsImage = "quay.io/jupyterhub/k8s-network-tools";

/** One image for all four cells: it has start.sh as its entry point, which root mode needs. */
export const notebookImage = { name: "quay.io/jupyter/base-notebook", tag: versions.notebookImage } as const;
