import type { HelmValues } from "../../settings/settings.ts";

/** Values of the chart that one way to sign in makes. */
export interface SignInValues {
  /** Sections of `hub.config`. A user's value that differs is a fault. */
  readonly managed: Readonly<Record<string, HelmValues>>;
  /** Those that a user's values may change. */
  readonly defaults?: Readonly<Record<string, HelmValues>>;
}

/** Without what was not said: JupyterHub has defaults of its own. */
export const said = (values: HelmValues): HelmValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
