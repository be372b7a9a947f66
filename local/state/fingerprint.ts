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
    for (const entry of await readdir(path.join(repository, folder), { withFileTypes: true })) {
      const name = path.join(folder, entry.name);
      if (entry.isFile()) parts[name] = await readFile(path.join(repository, name), "utf8");
    }
  }
  return cacheKey(parts);
}
