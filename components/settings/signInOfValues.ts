import { isRecord } from "./path.ts";
import { isOpaque } from "./secret.ts";
import type { HelmValues } from "./settings.ts";

/** The rules of JupyterHub's authenticators that let somebody in. */
const letsSomebodyIn = /^allow(ed)?_/;

/** The chart's own authenticator takes any name with any password. */
const takesAnybody = /^dummy$|\bDummyAuthenticator$/;

/**
 * What the user's own values say of signing in: an authenticator, or a rule that lets somebody in; or that anybody is let
 * in, where that leaves the chart's own authenticator. Undefined: nothing. What cannot be looked into counts as said.
 */
export function signInOfValues(values: HelmValues): "said" | "anybody" | undefined {
  const { hub } = values;
  if (!isRecord(hub)) return isOpaque(hub) ? "said" : undefined;
  if (speaksOfIt(hub.extraConfig)) return "said";
  const { config } = hub;
  if (!isRecord(config)) return isOpaque(config) ? "said" : undefined;
  const isOpen = !hasPassword(config.DummyAuthenticator);
  const named = isRecord(config.JupyterHub) ? config.JupyterHub.authenticator_class : config.JupyterHub;
  if (typeof named === "string") return isOpen && takesAnybody.test(named) ? "anybody" : "said";
  if (isOpaque(named)) return "said";
  return hasRule(config) ? (isOpen ? "anybody" : "said") : undefined;
}

const hasPassword = (section: unknown): boolean => isRecord(section) && (section.password ?? "") !== "";

const hasRule = (config: Record<string, unknown>): boolean =>
  Object.values(config).some(
    (section) =>
      isOpaque(section) ||
      (isRecord(section) && Object.keys(section).some((key) => letsSomebodyIn.test(key))),
  );

/** Python that is run in the hub can set an authenticator as well. */
const speaksOfIt = (extraConfig: unknown): boolean =>
  isOpaque(extraConfig) ||
  (isRecord(extraConfig) &&
    Object.values(extraConfig).some(
      (code) => isOpaque(code) || (typeof code === "string" && /authenticator/i.test(code)),
    ));
