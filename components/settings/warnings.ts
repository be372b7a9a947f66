import { DatabaseKind } from "./choices.ts";
import { imageWarning } from "./rules/image.ts";
import type { Settings } from "./settings.ts";

/** What works, and may still surprise. */
export function settingsWarnings({ hub, userMode, fileSystem }: Settings): string[] {
  const oneZone = fileSystem.create?.oneZone;
  return [
    imageWarning(userMode, hub.image),
    hub.database.kind === DatabaseKind.Memory
      ? "hub.database: kept in memory: a restart of the hub forgets who is signed in and which servers run."
      : undefined,
    oneZone === undefined
      ? undefined
      : `fileSystem.create.oneZone: homes are kept in ${oneZone} only; if that zone is lost, so are they; and servers run on nodes of that zone only.`,
  ].filter((warning) => warning !== undefined);
}
