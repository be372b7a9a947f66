import { checkProgramSettings, type FurtherCheck } from "./check.ts";
import type { ConfigSource } from "./configSource.ts";
import { formatFaults } from "./formatFaults.ts";
import { markSecrets } from "./markSecrets.ts";
import { openSecretsWarning, protectSecrets } from "./protectSecrets.ts";
import type { ProgramSettings } from "./settings.ts";

/** The settings of this stack; throws one error with every fault. */
export function readSettings(source: ConfigSource, further?: FurtherCheck): ProgramSettings {
  const checked = checkProgramSettings(markSecrets(source), further);
  if ("faults" in checked) throw source.error(formatFaults(checked.faults));
  const open = openSecretsWarning(checked.settings);
  if (open !== undefined) source.warn(open);
  return protectSecrets(checked.settings, source.secret);
}
