import { link, writeFile } from "node:fs/promises";
import path from "node:path";
import { quoted } from "../inside/commands.ts";
import { repository } from "../state/paths.ts";
import { cacheKey } from "./cacheKey.ts";
import type { InstalledTool } from "./goBuild.ts";
import { installOnce } from "./installOnce.ts";

/** Starts this checkout's language host, on the Node that the checkout brings along. */
export const languageHost = `#!/bin/sh
exec ${quoted(path.join(repository, "node_modules", ".bin", "node"))} ${quoted(path.join(repository, "local", "language", "main.ts"))} "$@"
`;

/**
 * Puts Pulumi and the language host side by side, as a released Pulumi has them: it takes a language host from there
 * without a warning. Each checkout has a place of its own for that. Tells where Pulumi is.
 */
export async function joinEngine(pulumi: InstalledTool, signal: AbortSignal): Promise<string> {
  const folder = `${pulumi.folder}-with-${cacheKey({ languageHost })}`;
  await installOnce(folder, signal, async (temporary) => {
    // Not a symbolic link: Pulumi looks beside the file that it really is.
    await link(path.join(pulumi.folder, "pulumi"), path.join(temporary, "pulumi"));
    await writeFile(path.join(temporary, "pulumi-language-nodejs"), languageHost, { mode: 0o755 });
  });
  return path.join(folder, "pulumi");
}
