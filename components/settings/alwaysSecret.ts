import { isKubeconfigContent } from "./kubeconfig.ts";
import { formatPath, type Path } from "./path.ts";
import { signInSecrets } from "./signIn.ts";

/** Settings whose content nobody may see, whatever their author says of them. */
const places: ReadonlySet<string> = new Set([
  "hub.database.url",
  ...signInSecrets.map((key) => `hub.signIn.${key}`),
]);

/** Keys of the chart's values, and of JupyterHub's own configuration in them, that hold a secret. */
const secretKey = /(secret|password|passwd|passphrase|token|api_?key|private_?key|credential)s?$/i;
const secretPath =
  /^hub\.values\.(hub\.db\.url|hub\.config\.CryptKeeper\.keys(\[\d+\])?|proxy\.https\.manual\.key)$/;

/** Keys that end like one, and hold the name of an object of Kubernetes. */
const nameOfSecret = /^(existingSecret|imagePullSecrets|pullSecrets)$/;

/** An address with somebody's password in it. */
const urlWithPassword = /:\/\/[^/\s:@]*:[^/\s@]+@/;

/**
 * Whether a text in the settings always is a secret: the one rule, for programs, components and the plan. What it does
 * not know (a token in Python, say) is for its author to mark.
 */
export function isAlwaysSecret(path: Path, text: string): boolean {
  const written = formatPath(path);
  if (places.has(written)) return true;
  if (written === "kubernetes.kubeconfig") return isKubeconfigContent(text);
  if (path[0] !== "hub" || path[1] !== "values" || text === "") return false;
  const key = path.findLast((step) => typeof step === "string") ?? "";
  const isNamed = secretKey.test(key) && !nameOfSecret.test(key);
  return isNamed || secretPath.test(written) || urlWithPassword.test(text);
}
