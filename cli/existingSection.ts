import { KNOWN_AFTER_UP } from "../components/plan/plan.ts";
import { reasons } from "../components/plan/reasons.ts";
import type { ExistingFileSystem, ProgramSettings } from "../components/settings/settings.ts";
import type { Surroundings } from "../components/surroundings/surroundings.ts";
import { shown } from "./shown.ts";
import type { Section } from "./table.ts";

/** The file system that is there, as far as it was looked up. */
export function existingFileSystem(
  { id }: ExistingFileSystem,
  { tags }: Pick<ProgramSettings, "tags">,
  surroundings: Surroundings | undefined,
): Section {
  const found = typeof id === "string" ? surroundings?.fileSystems?.[id] : undefined;
  return {
    title: "File system",
    rows: [
      { label: "existing", value: shown(id), reason: reasons.existing() },
      ...(found === undefined
        ? [{ label: "encrypted", value: KNOWN_AFTER_UP, reason: reasons.unknownNetwork() }]
        : [
            { label: "encrypted", value: String(found.encrypted) },
            {
              label: "kept in",
              value: found.oneZone ?? "every zone of the region",
              reason: reasons.zones(found.oneZone),
            },
          ]),
      ...Object.entries(tags).map(([key, value]) => ({ label: "tag", value: `${key}=${shown(value)}` })),
    ],
  };
}
