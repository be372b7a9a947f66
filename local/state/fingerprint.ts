import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { cacheKey } from "../toolchain/cacheKey.ts";
import type { Toolchain } from "../toolchain/toolchain.ts";
import { repository } from "./paths.ts";

/** Folders whose files run as processes of the environment. */
const served = ["local/cluster", "local/moto"];

/** Another text as soon as a tool or a server of the environment is another one. */
export async function fingerprint(toolchain: Toolchain): Promise<string> {
  const parts: Record<string, string> = { toolchain: JSON.stringify(toolchain) };
  for (const folder of served) {
    const entries = await readdir(path.join(repository, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((found) => found.isFile())) {
      const file = path.join(entry.parentPath, entry.name);
      parts[path.relative(repository, file)] = await readFile(file, "utf8");
    }
  }
  return cacheKey(parts);
}
