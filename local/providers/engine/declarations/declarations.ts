import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { isProperties } from "../values.ts";
import type { Declaration } from "./shape.ts";

/** Raised whenever the reading of declarations changes, so that older readings are not used. */
const format = 1;

/**
 * What an SDK declares of its resources and functions: read from its installed declaration files and never copied into
 * this project. A reading takes seconds (the files are large), so it is kept per module in the cache folder, by the SDK's version.
 */
export class Declarations {
  readonly version: string;
  readonly #root: string;
  readonly #cache: string;
  readonly #read = new Map<string, Declaration>();
  #sources: Promise<{ of(module: string): Declaration }> | undefined;

  /**
   * @param name the SDK's package, as `@pulumi/aws`
   * @param cacheRoot where readings are kept; the user's cache folder unless given
   */
  constructor(name: string, cacheRoot: string = join(userCache(), "jupyterhub-efs", "declarations")) {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    this.#root = dirname(manifest);
    this.version = versionOf(JSON.parse(readFileSync(manifest, "utf8")));
    this.#cache = join(cacheRoot, `${name.replace(/\W+/g, "-").replace(/^-/, "")}-${this.version}-${format}`);
  }

  /** @param module a path inside the package without its ending, as `efs/fileSystem` */
  async of(module: string): Promise<Declaration> {
    const known = this.#read.get(module) ?? this.#kept(module);
    const declaration = known ?? (await this.#fresh(module));
    this.#read.set(module, declaration);
    return declaration;
  }

  #kept(module: string): Declaration | undefined {
    try {
      return JSON.parse(readFileSync(this.#path(module), "utf8")) as Declaration;
    } catch {
      return undefined;
    }
  }

  async #fresh(module: string): Promise<Declaration> {
    // The compiler is heavy: it is loaded only when something has to be read.
    this.#sources ??= Promise.all([import("./sources.ts"), import("./reader.ts")]).then(
      ([{ Sources }, { Reader }]) => {
        const sources = new Sources(this.#root);
        return { of: (wanted) => new Reader(sources, wanted).declaration() };
      },
    );
    const declaration = (await this.#sources).of(module);
    const path = this.#path(module);
    mkdirSync(dirname(path), { recursive: true });
    // Written aside and moved: another plugin process may read or write the same file now.
    const aside = `${path}.${process.pid}`;
    writeFileSync(aside, JSON.stringify(declaration));
    renameSync(aside, path);
    return declaration;
  }

  #path(module: string): string {
    return join(this.#cache, `${module}.json`);
  }
}

const userCache = (): string => process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");

function versionOf(manifest: unknown): string {
  if (isProperties(manifest) && typeof manifest.version === "string") return manifest.version;
  throw new Error("the SDK's package.json has no version");
}
