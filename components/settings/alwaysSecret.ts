import { isKubeconfigContent } from "./kubeconfig.ts";
import { formatPath, type Path, valueAt } from "./path.ts";
import { isSecretName, isSecretText } from "./secretNames.ts";
import { signInSecrets } from "./signIn.ts";

/** Settings whose content nobody may see, whatever their author says of them. */
const places: ReadonlySet<string> = new Set([
  "hub.database.url",
  ...signInSecrets.map((key) => `hub.signIn.${key}`),
]);

/** Charts' values that are secrets under names that mean other things elsewhere. */
const secretPath =
  /^hub\.values\.(hub\.db\.url|hub\.config\.CryptKeeper\.keys(\[\d+\])?|proxy\.https\.manual\.key)$/;

/**
 * Whether a text or a number in the settings always is a secret: the one rule, for programs, components and the plan.
 * What it does not know (a token in Python, say) is for its author to mark.
 */
export function isAlwaysSecret(settings: unknown, path: Path, value: unknown): boolean {
  if ((typeof value !== "string" && typeof value !== "number") || value === "") return false;
  const text = String(value);
  const written = formatPath(path);
  if (places.has(written)) return true;
  if (written === "kubernetes.kubeconfig") return isKubeconfigContent(text);
  const [first, second] = path;
  if ((first !== "hub" && first !== "driver") || second !== "values") return false;
  return namesOf(settings, path).some(isSecretName) || secretPath.test(written) || isSecretText(text);
}

/**
 * What a value is called: by its key, that of a list for its items; and what is just a `value`, as variables of an
 * environment are, by the mapping's `name`, and the key that the mapping has.
 */
function namesOf(settings: unknown, path: Path): string[] {
  const keys = path.filter((step) => typeof step === "string");
  if (path.at(-1) !== "value") return keys.slice(-1);
  const name = valueAt(settings, [...path.slice(0, -1), "name"]);
  return [...keys.slice(-2), ...(typeof name === "string" ? [name] : [])];
}
