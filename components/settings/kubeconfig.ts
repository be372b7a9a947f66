/** Whether a kubeconfig is the file's content; else it is its path. */
export const isKubeconfigContent = (kubeconfig: string): boolean =>
  /\n|^\s*\{|\bapiVersion:/.test(kubeconfig);
