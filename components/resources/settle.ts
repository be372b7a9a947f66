import * as pulumi from "@pulumi/pulumi";
import { valueFaults } from "../plan/valueGuard.ts";
import { checkSettings } from "../settings/check.ts";
import { DatabaseKind } from "../settings/choices.ts";
import type { Fault } from "../settings/fault.ts";
import { formatFaults } from "../settings/formatFaults.ts";
import type { Settings } from "../settings/settings.ts";

/** Stands for the hub in a component that has none: the least that the check wants. */
const anyHub = { database: { kind: DatabaseKind.Memory } };

/**
 * The complete settings of a component, out of those that it was given; or one error at the component that holds
 * every fault. No stack trace, and nothing half-made: it is the first thing that a constructor does.
 */
export function settle(
  component: pulumi.Resource,
  given: Partial<Record<keyof Settings, unknown>>,
  placeFaults: (settings: Settings) => readonly Fault[] = () => [],
): Settings {
  const { hub, ...rest } = given;
  const checked = checkSettings(
    { ...rest, hub: typeof hub === "object" ? { ...anyHub, ...hub } : (hub ?? anyHub) },
    (settings) => [...valueFaults(settings), ...placeFaults(settings)],
  );
  if ("settings" in checked) return checked.settings;
  throw new pulumi.ResourceError(formatFaults(checked.faults), component, true);
}
