import { checkProgramSettings, type FurtherCheck } from "./check.ts";
import { formatFaults } from "./formatFaults.ts";
import { isKubeconfigContent } from "./kubeconfig.ts";
import { markSecrets } from "./markSecrets.ts";
import { revealSecrets } from "./secret.ts";
import type { ProgramSettings } from "./settings.ts";
import type { Input } from "@pulumi/pulumi";

/** What the program has to know of its config, and how it speaks to the engine. */
export interface ConfigSource {
  /** Every key of our namespace, without it, as the engine's SDK has them: text, of which objects are JSON. */
  readonly values: Readonly<Record<string, string>>;
  /** The keys that are, or have in them, a secret. */
  readonly secretKeys: ReadonlySet<string>;
  /** The stack file's text: it says which leaf of a key is the secret. Undefined: it could not be found. */
  readonly stackFile: string | undefined;
  /** Marks a value as a secret. */
  readonly secret: (value: unknown) => unknown;
  /** An error that people see as its message alone. */
  readonly error: (message: string) => Error;
}

/** The settings of this stack; throws one error with every fault. */
export function readSettings(source: ConfigSource, further?: FurtherCheck): ProgramSettings {
  const checked = checkProgramSettings(markSecrets(source), further);
  if ("faults" in checked) throw source.error(formatFaults(checked.faults));
  return withSecrets(checked.settings, source.secret);
}

/** Secrets of the stack file, and those that are always one, as the engine's own secrets. */
function withSecrets(settings: ProgramSettings, secret: ConfigSource["secret"]): ProgramSettings {
  const revealed = revealSecrets(settings, secret) as ProgramSettings;
  const { hub, kubernetes } = revealed;
  const always = <T>(value: Input<T>): Input<T> => secret(value) as Input<T>;
  const { kubeconfig } = kubernetes ?? {};
  return {
    ...revealed,
    ...(typeof kubeconfig === "string" &&
      isKubeconfigContent(kubeconfig) && { kubernetes: { ...kubernetes, kubeconfig: always(kubeconfig) } }),
    hub: {
      ...hub,
      ...(hub.database.kind === "postgres" && {
        database: { ...hub.database, url: always(hub.database.url) },
      }),
    },
  };
}
