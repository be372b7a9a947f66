import type { Fault } from "../settings/fault.ts";
import { formatPath, isRecord } from "../settings/path.ts";
import { isOpaque } from "../settings/secret.ts";
import { show } from "../settings/show.ts";

/** What each mapping of a component is by: its keys decide which resources exist, so they are plain data. */
const keyOf = { subnets: "zone", clientSecurityGroups: "label" } as const;

/**
 * Whether a component was told its place in full. The types say the same, but not every program is checked, and
 * without a word there would be a file system that nobody can mount.
 */
export const placeFaults = (
  place: Partial<Record<keyof typeof keyOf | "existingFileSystem", unknown>>,
): Fault[] => [
  ...(["subnets", "clientSecurityGroups"] as const).flatMap((path) => faultsOf(path, place[path])),
  ...(place.existingFileSystem === undefined ? [] : existingFaults(place.existingFileSystem)),
];

/** What an existing file system has decides what is made beside it, in the same way. */
function existingFaults(existing: unknown): Fault[] {
  const path = "existingFileSystem";
  const fix =
    'Write it as {mountTargets: {<zone>: {id, ipAddress}}, oneZone: "<zone>"}: only ids and addresses may be Outputs.';
  const fault = (at: string, rule: string, got: unknown): Fault[] => [
    { path: at, rule, got: isOpaque(got) ? "an Output" : show(got, at), fix },
  ];
  if (!isRecord(existing)) return fault(path, "must be a mapping", existing);
  const { mountTargets, oneZone } = existing;
  const zone =
    oneZone === undefined || typeof oneZone === "string"
      ? []
      : fault(`${path}.oneZone`, "must be a zone", oneZone);
  if (!isRecord(mountTargets))
    return [...fault(`${path}.mountTargets`, "must be a mapping", mountTargets), ...zone];
  const targets = Object.entries(mountTargets)
    .filter(([, target]) => !isRecord(target))
    .flatMap(([name, target]) =>
      fault(formatPath([path, "mountTargets", name]), "must be a mapping", target),
    );
  return [...targets, ...zone];
}

function faultsOf(path: keyof typeof keyOf, value: unknown): Fault[] {
  const fix = `Write it as {<${keyOf[path]}>: <id>}: an id may be an Output, a ${keyOf[path]} may not.`;
  if (!isRecord(value)) {
    return [{ path, rule: "must be a mapping", got: isOpaque(value) ? "an Output" : show(value, path), fix }];
  }
  return Object.entries(value).flatMap(([key, id]) => {
    if (isOpaque(id) || (typeof id === "string" && id !== "")) return [];
    const written = formatPath([path, key]);
    return [{ path: written, rule: "must be an id", got: show(id, written), fix }];
  });
}
