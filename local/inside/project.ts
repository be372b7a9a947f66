import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Failure } from "../failure.ts";
import { repository } from "../state/paths.ts";
import { cacheKey } from "../toolchain/cacheKey.ts";
import { localStackFile } from "./stackFile.ts";
import { type Crypter, crypterOf, newCrypter } from "./stackSecrets.ts";
import { passphrase, stackName } from "./variables.ts";

/** The stack file that is deployed when none is given. */
export const standardStackFile: string = path.join(repository, `Pulumi.${stackName}.yaml`);

const schema = z.object({ stackFile: z.string(), hash: z.string(), salt: z.string() });
/** Which stack file a project folder was made from. */
type Origin = z.infer<typeof schema>;

/**
 * Makes or renews a folder for Pulumi to work in: links to everything of the checkout, so that an edit takes effect at
 * once and relative paths in stack files mean the same, and a copy of the stack file, which Pulumi writes to.
 */
export async function writeProject(folder: string, stackFile: string): Promise<void> {
  const text = await readFile(stackFile, "utf8").catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Failure(
      `"${stackFile}" ${code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? "unknown cause"})`}. Give the path of a stack file, such as Pulumi.local.yaml.`,
    );
  });
  const crypter = await crypterFor(folder);
  const copy = localStackFile(text, stackFile, crypter, process.env.PULUMI_CONFIG_PASSPHRASE);
  await mkdir(folder, { recursive: true });
  await linkCheckout(folder);
  await writeFile(path.join(folder, `Pulumi.${stackName}.yaml`), copy);
  const origin: Origin = { stackFile, hash: cacheKey({ text }), salt: crypter.salt };
  await writeFile(originOf(folder), JSON.stringify(origin));
}

/** Renews a project folder if its stack file was edited, or the checkout got new files, since it was made. */
export async function renewProject(folder: string): Promise<void> {
  const origin = await readOrigin(folder);
  if (origin === undefined) {
    await writeProject(folder, standardStackFile);
    return;
  }
  await linkCheckout(folder);
  const text = await readFile(origin.stackFile, "utf8").catch(() => undefined);
  if (text !== undefined && cacheKey({ text }) !== origin.hash) await writeProject(folder, origin.stackFile);
}

/** The stack file that a project folder was last made from. */
export async function stackFileOf(folder: string): Promise<string | undefined> {
  return (await readOrigin(folder))?.stackFile;
}

/** Whether an entry of the checkout belongs in a project folder: all but stack files, which stay apart. */
export function isLinked(name: string): boolean {
  return name !== ".git" && !/^Pulumi\..+\.yaml$/.test(name);
}

async function linkCheckout(folder: string): Promise<void> {
  for (const name of (await readdir(repository)).filter(isLinked)) {
    const link = path.join(folder, name);
    if (existsSync(link)) continue;
    await rm(link, { force: true });
    await symlink(path.join(repository, name), link);
  }
}

/** One salt for a folder's life: state that was encrypted with it stays readable. */
async function crypterFor(folder: string): Promise<Crypter> {
  const salt = (await readOrigin(folder))?.salt;
  return (salt === undefined ? undefined : crypterOf(passphrase, salt)) ?? newCrypter(passphrase);
}

async function readOrigin(folder: string): Promise<Origin | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(originOf(folder), "utf8")));
  } catch {
    return undefined;
  }
}

function originOf(folder: string): string {
  return `${folder}.json`;
}
