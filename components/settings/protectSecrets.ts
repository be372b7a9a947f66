import type { Input } from "@pulumi/pulumi";
import { DatabaseKind } from "./choices.ts";
import { isKubeconfigContent } from "./kubeconfig.ts";
import { revealSecrets } from "./secret.ts";
import type { ProgramSettings } from "./settings.ts";

/**
 * Settings in which everything secret is what `secret` makes of it: the leaves that a stack file marks, and those
 * that are always one.
 */
export function protectSecrets(
  settings: ProgramSettings,
  secret: (content: unknown) => unknown,
): ProgramSettings {
  const marked = revealSecrets(settings, secret) as ProgramSettings;
  const { hub, kubernetes } = marked;
  const always = (value: Input<string>) =>
    typeof value === "string" ? (secret(value) as Input<string>) : value;
  const { kubeconfig } = kubernetes ?? {};
  return {
    ...marked,
    ...(typeof kubeconfig === "string" &&
      isKubeconfigContent(kubeconfig) && { kubernetes: { ...kubernetes, kubeconfig: always(kubeconfig) } }),
    hub: {
      ...hub,
      ...(hub.database.kind === DatabaseKind.Postgres && {
        database: { ...hub.database, url: always(hub.database.url) },
      }),
    },
  };
}
