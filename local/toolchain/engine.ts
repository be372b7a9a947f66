import { link } from "node:fs/promises";
import path from "node:path";
import type { InstalledTool } from "./goBuild.ts";
import { installOnce } from "./installOnce.ts";

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
  const folder = `${pulumi.folder}-with-${languageKey}`;
  await installOnce(folder, signal, async (temporary) => {
    // Not symbolic links: Pulumi looks beside the file that it really is.
    await link(path.join(pulumi.folder, "pulumi"), path.join(temporary, "pulumi"));
    await link(path.join(language.folder, "language-nodejs"), path.join(temporary, "pulumi-language-nodejs"));
  });
  return path.join(folder, "pulumi");
}
