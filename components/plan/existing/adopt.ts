import type { Fault } from "../../settings/fault.ts";
import type { ProgramSettings } from "../../settings/settings.ts";
import type { Surroundings } from "../../surroundings/surroundings.ts";
import type { ExistingPlace } from "../site.ts";
import { type Adoption, theirTargets, wrong } from "./adoption.ts";
import { neighbourFaults } from "./neighbours.ts";
import { nodesLetIn } from "./nodesLetIn.ts";
import { policyFaults } from "./policyFaults.ts";
import { stateFaults, strangeVpcs } from "./stateFaults.ts";

/** What is there of a file system, and what speaks against using it. */
export interface Adopted {
  /** Absent: nothing that this stack could build on. */
  readonly place?: ExistingPlace;
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}

/** Of what was not looked up, or is not there. */
export const nothingAdopted: Adopted = { faults: [], warnings: [] };

/**
 * Checks the existing file system that the settings name, as it was looked up, for all that would keep servers from
 * their homes. Whether every zone has a mount target is a question of the network, and asked with it.
 */
export function adopt(
  settings: ProgramSettings,
  surroundings: Surroundings,
  nodes: Pick<Adoption, "zones" | "clients">,
): Adopted {
  const id = settings.fileSystem.existing?.id;
  if (typeof id !== "string" || surroundings.fileSystems === undefined) return nothingAdopted;
  const found = surroundings.fileSystems[id];
  if (found === undefined) return { ...nothingAdopted, faults: [missing(id, surroundings)] };

  const adoption: Adoption = { id, found, settings, surroundings, ...nodes };
  const policy = policyFaults(adoption);
  const isStrange = strangeVpcs(adoption).length > 0;
  return {
    ...(!isStrange && { place: placeOf(adoption) }),
    faults: [
      ...stateFaults(adoption),
      // Of mount targets elsewhere it is enough to say that they are elsewhere.
      ...(isStrange ? [] : nodesLetIn(adoption)),
      ...policy.faults,
      ...neighbourFaults(adoption),
    ],
    warnings: [...stateWarnings(adoption), ...policy.warnings],
  };
}

const missing = (id: string, { region }: Surroundings): Fault =>
  wrong(
    { id },
    `must be an EFS file system of this account in ${region}`,
    "`aws efs describe-file-systems` shows them; `aws:region` in the stack file and the credentials decide where we look.",
  );

const placeOf = (adoption: Adoption): ExistingPlace => ({
  mountTargets: Object.fromEntries(
    theirTargets(adoption).map(([zone, { id, subnetId, ipAddress }]) => [zone, { id, subnetId, ipAddress }]),
  ),
  ...(adoption.found.oneZone !== undefined && { oneZone: adoption.found.oneZone }),
});

/** What works, and may still surprise. */
function stateWarnings({ id, found }: Adoption): string[] {
  const { encrypted, oneZone, automaticBackups } = found;
  return [
    encrypted
      ? undefined
      : `fileSystem.existing: ${id} is not encrypted at rest, and so homes are not; it cannot be added later.`,
    oneZone === undefined
      ? undefined
      : `fileSystem.existing: ${id} keeps homes in ${oneZone} only; if that zone is lost, so are they; and servers run on nodes of that zone only.`,
    automaticBackups === false
      ? `fileSystem.existing: the automatic backups of ${id} are off, and it is not ours to change: see to it that something else backs the homes up.`
      : undefined,
  ].filter((warning) => warning !== undefined);
}
