import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A declaration that can have properties. */
export type Declared = ts.InterfaceDeclaration | ts.ClassDeclaration;

/** The declaration files of one installed package, parsed once each, as they are asked for. */
export class Sources {
  readonly #root: string;
  readonly #files = new Map<string, ts.SourceFile>();
  readonly #interfaces = new Map<string, Map<string, ts.InterfaceDeclaration>>();

  /** @param root the package's folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** @param module a path inside the package without its ending, as `efs/fileSystem` */
  file(module: string): ts.SourceFile {
    const known = this.#files.get(module);
    if (known !== undefined) return known;
    const path = join(this.#root, `${module}.d.ts`);
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2023, false);
    this.#files.set(module, file);
    return file;
  }

  /** An interface of a module by its name, namespaces included: `efs.FileSystemLifecyclePolicy`. */
  interface(module: string, name: string): ts.InterfaceDeclaration | undefined {
    let found = this.#interfaces.get(module);
    if (found === undefined) {
      found = new Map();
      index(this.file(module).statements, "", found);
      this.#interfaces.set(module, found);
    }
    return found.get(name);
  }
}

function index(
  statements: Iterable<ts.Statement>,
  prefix: string,
  found: Map<string, ts.InterfaceDeclaration>,
): void {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) found.set(prefix + statement.name.text, statement);
    if (!ts.isModuleDeclaration(statement) || statement.body === undefined) continue;
    const inner = `${prefix}${statement.name.text}.`;
    if (ts.isModuleBlock(statement.body)) index(statement.body.statements, inner, found);
  }
}
