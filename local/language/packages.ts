import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** What a package says of the provider plugin that it needs. */
interface PluginNote {
  readonly resource?: boolean;
  readonly name?: string;
  readonly version?: string;
  readonly server?: string;
}

/** What package.json says, as far as the host reads it. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly pulumi?: PluginNote;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package that is installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly pulumi?: PluginNote;
}

/** A provider plugin that a program needs. */
export interface RequiredPlugin {
  readonly name: string;
  readonly version: string;
  /** Where to download it, unless from Pulumi's own place. */
  readonly server?: string;
}

/** Every package that a program can import, with those that they brought along: as Node looks for them, from the folder upwards. */
export async function installedPackages(programFolder: string): Promise<InstalledPackage[]> {
  const above = path.dirname(programFolder);
  const [here, there] = await Promise.all([
    packagesIn(path.join(programFolder, "node_modules")),
    above === programFolder ? [] : installedPackages(above),
  ]);
  return [...here, ...there];
}

async function packagesIn(folder: string): Promise<InstalledPackage[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("."));
  const found = await Promise.all(
    names.map(async (name) => {
      const inner = path.join(folder, name);
      if (name.startsWith("@")) return packagesIn(inner);
      const manifest = await readManifest(inner);
      const own = manifest === undefined ? [] : [manifest];
      return [...own, ...(await packagesIn(path.join(inner, "node_modules")))];
    }),
  );
  return found.flat().filter(isPackage);
}

const isPackage = (manifest: Manifest): manifest is InstalledPackage =>
  typeof manifest.name === "string" && typeof manifest.version === "string";

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")) as Manifest;
  } catch {
    // No package, or one that Node could not read either.
    return undefined;
  }
}

/**
 * The plugins of installed packages, each version once.
 * @see https://www.pulumi.com/docs/iac/packages-and-automation/pulumi-packages/schema/
 */
export function pluginsOf(packages: readonly InstalledPackage[]): RequiredPlugin[] {
  const plugins = packages
    .filter(({ pulumi }) => pulumi?.resource === true)
    .map(({ name, version, pulumi }): RequiredPlugin => {
      const server = pulumi?.server;
      return {
        name: pulumi?.name ?? name.replace(/^@pulumi\//, ""),
        version: (pulumi?.version ?? version).replace(/^v?/, "v"),
        ...(server !== undefined && { server }),
      };
    });
  return [...new Map(plugins.map((plugin) => [`${plugin.name} ${plugin.version}`, plugin])).values()];
}

/** What a program says that it depends on, or everything that this brought along, in the versions that are installed. */
export async function dependenciesOf(programFolder: string, all: boolean): Promise<InstalledPackage[]> {
  const installed = await installedPackages(programFolder);
  if (all) return installed;
  const manifest = await readManifest(programFolder);
  const wanted = new Set(Object.keys({ ...manifest?.dependencies, ...manifest?.devDependencies }));
  // The first one by a name is the one that the program imports.
  return installed.filter(({ name }) => wanted.delete(name));
}
