import { isRecord } from "./path.ts";
import { isOpaque } from "./secret.ts";
import type { HelmValues } from "./settings.ts";

/** The rules of JupyterHub's authenticators that let somebody in. */
const letsSomebodyIn = /^allow(ed)?_/;

/** The chart's own authenticator takes any name with any password. */
const takesAnybody = /^dummy$|\bDummyAuthenticator$/;

/**
 * What the user's own values say of signing in: an authenticator, or a rule that lets somebody in; that anybody is let
 * in, where that leaves the chart's own authenticator; or that Python alone speaks of one. Undefined: nothing. What
 * cannot be looked into counts as said; an authenticator by its name goes before Python, of which nobody can tell.
 */
export function signInOfValues(values: HelmValues): "said" | "anybody" | "python" | undefined {
  const { hub } = values;
  if (!isRecord(hub)) return isOpaque(hub) ? "said" : undefined;
  const { config: given, extraConfig } = hub;
  if (isOpaque(given)) return "said";
  const config = isRecord(given) ? given : {};
  const isOpen = !hasPassword(config.DummyAuthenticator);
  const named = isRecord(config.JupyterHub) ? config.JupyterHub.authenticator_class : config.JupyterHub;
  if (typeof named === "string") return isOpen && takesAnybody.test(named) ? "anybody" : "said";
  if (isOpaque(named)) return "said";
  if (namesOne(extraConfig)) return "python";
  return hasRule(config) ? (isOpen ? "anybody" : "said") : undefined;
}

const hasPassword = (section: unknown): boolean => isRecord(section) && (section.password ?? "") !== "";

/** Of other sections no rule is one for signing in, `KubeSpawner.allow_privilege_escalation` for one. */
const hasRule = (config: Record<string, unknown>): boolean =>
  Object.entries(config).some(
    ([name, section]) =>
      name.endsWith("Authenticator") &&
      (isOpaque(section) ||
        (isRecord(section) && Object.keys(section).some((key) => letsSomebodyIn.test(key)))),
  );

/** Python that is run in the hub can set an authenticator as well; a comment cannot. */
const namesOne = (extraConfig: unknown): boolean =>
  isOpaque(extraConfig) ||
  (isRecord(extraConfig) &&
    Object.values(extraConfig).some(
      (code) => isOpaque(code) || (typeof code === "string" && /^[^#\n]*\bauthenticator_class\b/m.test(code)),
    ));
