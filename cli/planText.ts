import type { ProgramSettings } from "../components/settings/settings.ts";
import type { Surroundings } from "../components/surroundings/surroundings.ts";
import { fileSystem } from "./awsSections.ts";
import { existingFileSystem } from "./existingSection.ts";
import { access, homes } from "./homesSections.ts";
import { network } from "./networkSection.ts";
import type { Planned } from "./planOf.ts";
import { driver, hub } from "./releaseSections.ts";
import { formatSections, type Paint } from "./table.ts";

/** A plan for people: what will be, grouped by part, each with its reason; warnings last, where the eye rests. */
export function planText({ plan, settings, surroundings }: Planned, paint: Paint): string {
  const { userMode, provisioning } = plan;
  const region = surroundings ? ` in ${surroundings.region}` : "";
  const sections = formatSections(
    [
      homes(settings, plan),
      settings.fileSystem.existing
        ? existingFileSystem(settings.fileSystem.existing, settings, surroundings)
        : fileSystem(settings.fileSystem.create, settings),
      network(plan, candidates(settings, surroundings)),
      ...access(settings, plan),
      driver(plan),
      hub(settings, plan),
    ],
    paint,
  );
  return [
    paint.title(
      `Hub "${settings.hub.name}" on EKS cluster "${settings.cluster.existing.name}"${region}: ${userMode}, ${provisioning}`,
    ),
    sections,
    ...(plan.warnings.length === 0
      ? []
      : [
          [paint.warning("Warnings"), ...plan.warnings.map((text) => paint.warning(`  ! ${text}`))].join(
            "\n",
          ),
        ]),
  ].join("\n\n");
}

/** The subnets that a mount target could be in. */
function candidates(
  { network: { subnetIds } }: ProgramSettings,
  surroundings: Surroundings | undefined,
): Record<string, string> {
  const all = Object.entries(surroundings?.subnets ?? {});
  return Object.fromEntries(all.filter(([id]) => subnetIds?.includes(id) ?? true));
}
