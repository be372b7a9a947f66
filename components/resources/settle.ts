import * as pulumi from "@pulumi/pulumi";
import { chartBlocksMetadata } from "../plan/isolation/podSecurity.ts";
import { valueFaults } from "../plan/valueGuard.ts";
import { checkSettings } from "../settings/check.ts";
import { DatabaseKind, SignInKind, Usernames } from "../settings/choices.ts";
import { isRecord } from "../settings/path.ts";
import type { Fault } from "../settings/fault.ts";
import { formatFaults } from "../settings/formatFaults.ts";
import { openSecretsWarning, protectSecrets } from "../settings/protectSecrets.ts";
import type { HelmValues, Settings } from "../settings/settings.ts";

/** What a component was given, not yet checked. */
export type Unchecked = Partial<Record<keyof Settings, unknown>>;

/**
 * For a component that has no hub, or only knows some of it: the least of one that the check wants. What it does not use
 * could contradict that.
 */
export const withAnyHub = ({ hub = {}, ...given }: Unchecked): Unchecked => ({
  ...given,
  hub: isRecord(hub) ? { ...hub, ...anyHub, values: usedValues(hub.values) } : hub,
});

const anyHub = {
  database: { kind: DatabaseKind.Memory },
  signIn: { kind: SignInKind.Anyone },
};

/** What the namespace's Pod Security level rests on. */
const usedValues = (values: unknown): HelmValues | undefined =>
  isRecord(values) && !chartBlocksMetadata(values)
    ? { singleuser: { cloudMetadata: { blockWithIptables: false } } }
    : undefined;

/** For a component to which it does not matter where homes lie: the check wants it said for an existing file system. */
export const anyHomes = { homesPath: "/homes", usernames: Usernames.Safe };

/** Faults that only the caller can find, once the settings are complete. */
type PlaceFaults = (settings: Settings) => readonly Fault[];

/**
 * The complete settings of a component, out of those that it was given; or one error that holds every fault. No stack
 * trace, and nothing half-made: it comes before anything that is in the component. It is no error *of* the component,
 * but names it: docs/decisions.md says why. What is always a secret is one in the settings, however it was given.
 */
export function settle(name: string, given: Unchecked, placeFaults: PlaceFaults = () => []): Settings {
  const checked = checkSettings(given, (settings) => [...valueFaults(settings), ...placeFaults(settings)]);
  if ("faults" in checked) throw new pulumi.RunError(`${name}: ${formatFaults(checked.faults)}`);
  const open = openSecretsWarning(checked.settings);
  if (open !== undefined) void pulumi.log.warn(open);
  return protectSecrets(checked.settings, (content) => pulumi.secret(content));
}
