import { isRecord } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { decidedTraits, spawnerSections } from "../decidedTraits.ts";
import { EACH, OF_OLD, valuesAt } from "../valuesAt.ts";

/** A trait that our settings decide, and the Python that names it. */
export interface Mentioned {
  readonly path: string;
  readonly trait: string;
}

/** A hook that somebody sets there is kept, and called before ours. */
const kept = "modify_pod_hook";

const names = [...new Set(decidedTraits.map(({ field }) => field.replace(/\..*$/s, "")))].filter(
  (name) => name !== kept,
);

const sections = [...spawnerSections, "spawner", "self"].join("|");
const decided = `(?:${OF_OLD})?(${[...names, "environment", "profile_list"].join("|")})`;

/** `c.KubeSpawner.volumes = …`, `c.Spawner.environment.update(…)`, `spawner.volumes.append(…)`. */
const dotted = new RegExp(`\\b(?:${sections})\\.${decided}\\b`, "g");

/** `c["KubeSpawner"]["volumes"]`, `c.update({"KubeSpawner": {"volumes": …}})`, `setattr(spawner, "volumes", …)`. */
const quoted = new RegExp(`["']${decided}["']`, "g");
const hasSection = new RegExp(`\\b(?:${sections})\\b`);

/** Python is not ours to judge: what it names of the decided traits, each once for each piece. */
export const mentionedTraits = (values: HelmValues): Mentioned[] =>
  pieces(values).flatMap(({ path, text }) =>
    [...new Set([...traitsIn(text, dotted), ...(hasSection.test(text) ? traitsIn(text, quoted) : [])])]
      .concat(/\bspawner_class\b/.test(text) ? ["spawner_class"] : [])
      .map((trait) => ({ path, trait })),
  );

const traitsIn = (text: string, trait: RegExp): string[] =>
  [...text.matchAll(trait)].map(([, name = ""]) => name);

/** The chart runs `hub.extraConfig`, and whatever Python `hub.extraFiles` puts among its configuration. */
const pieces = (values: HelmValues): { path: string; text: string }[] =>
  [
    ...valuesAt(values, ["hub", "extraConfig", EACH], "hub.values"),
    ...valuesAt(values, ["hub", "extraFiles", EACH], "hub.values").map(({ path, value }) => ({
      path,
      value: contentOf(value),
    })),
  ].flatMap(({ path, value }) => (typeof value === "string" ? [{ path, text: value }] : []));

/** Of the three ways in which a file's content is given, the one that is: text, text in base64, or data. */
function contentOf(file: unknown): string | undefined {
  const { stringData, binaryData, data } = isRecord(file) ? file : {};
  if (typeof stringData === "string") return stringData;
  if (typeof binaryData === "string") return Buffer.from(binaryData, "base64").toString();
  return isRecord(data) ? JSON.stringify(data) : undefined;
}
