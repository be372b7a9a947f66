import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { decidedTraits, spawnerSections } from "../decidedTraits.ts";
import { OF_OLD } from "../valuesAt.ts";

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

/** `c.KubeSpawner.volumes = …`, `c.Spawner.environment.update(…)`, `spawner.volumes.append(…)`. */
const trait = new RegExp(
  `\\b(?:${[...spawnerSections, "spawner", "self"].join("|")})\\.(?:${OF_OLD})?(${[...names, "environment", "profile_list"].join("|")})\\b`,
  "g",
);

/** Python is not ours to judge: what it names of the decided traits, each once for each piece. */
export const mentionedTraits = (values: HelmValues): Mentioned[] =>
  pieces(values).flatMap(({ path, text }) =>
    [...new Set([...text.matchAll(trait)].map(([, name = ""]) => name)), ...spawnerClass(text)].map(
      (name) => ({
        path,
        trait: name,
      }),
    ),
  );

const spawnerClass = (text: string): string[] => (/\bspawner_class\b/.test(text) ? ["spawner_class"] : []);

/** The chart runs `hub.extraConfig`, and whatever Python `hub.extraFiles` puts among its configuration. */
function pieces(values: HelmValues): { path: string; text: string }[] {
  const config = Object.entries(mapping(values, "extraConfig")).map(([key, text]) => ({
    path: `hub.values.hub.extraConfig.${key}`,
    text,
  }));
  const files = Object.entries(mapping(values, "extraFiles")).map(([key, file]) => ({
    path: `hub.values.hub.extraFiles.${key}`,
    text: valueAt(file, ["stringData"]),
  }));
  return [...config, ...files].flatMap(({ path, text }) =>
    typeof text === "string" ? [{ path, text }] : [],
  );
}

const mapping = (values: HelmValues, key: string): Record<string, unknown> => {
  const found = valueAt(values, ["hub", key]);
  return isRecord(found) ? found : {};
};
