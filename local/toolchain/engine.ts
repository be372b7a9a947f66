import { link, writeFile } from "node:fs/promises";
import path from "node:path";
import { cacheKey } from "./cacheKey.ts";
import type { InstalledTool } from "./goBuild.ts";
import { installOnce } from "./installOnce.ts";

/**
 * The language host is older than the engine, which passes a project's runtime options in calls that the host does
 * not know: it takes them as flags. So they are read where the engine reads them.
 */
export const languageHost = `#!/bin/sh
host=$(dirname "$(readlink -f "$0")")/language-nodejs
option() { sed -n "s/^ *$1: *\\([^#]*[^# ]\\).*/\\1/p" Pulumi.yaml 2>/dev/null | head -n 1; }
[ "$(option typescript)" = false ] && set -- -typescript=false "$@"
nodeargs=$(option nodeargs)
[ -n "$nodeargs" ] && set -- "-nodeargs=$nodeargs" "$@"
exec "$host" "$@"
`;

/**
 * Puts Pulumi and its language host side by side, as a released Pulumi has them: it takes a language host from there
 * without a warning. Tells where Pulumi is.
 */
export async function joinEngine(
  pulumi: InstalledTool,
  language: InstalledTool,
  signal: AbortSignal,
): Promise<string> {
  const languageKey = path.basename(language.folder).split("-").at(-1) ?? "";
  const folder = `${pulumi.folder}-with-${languageKey}-${cacheKey({ languageHost })}`;
  await installOnce(folder, signal, async (temporary) => {
    // Not symbolic links: Pulumi looks beside the file that it really is.
    await link(path.join(pulumi.folder, "pulumi"), path.join(temporary, "pulumi"));
    await link(path.join(language.folder, "language-nodejs"), path.join(temporary, "language-nodejs"));
    await writeFile(path.join(temporary, "pulumi-language-nodejs"), languageHost, { mode: 0o755 });
  });
  return path.join(folder, "pulumi");
}
