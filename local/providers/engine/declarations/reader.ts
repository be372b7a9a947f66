import ts from "typescript";
import type { Declaration, Member, Members, Shape } from "./shape.ts";
import type { Declared, Sources } from "./sources.ts";

const any: Shape = { kind: "any" };
/** `Input`, `Output`, `Promise` and their like say how a value comes, not what it is. */
const wrappers = new Set(["pulumi.Input", "pulumi.Output", "Promise", "pulumi.OutputInstance"]);
const strings = new Set(["pulumi.ID", "pulumi.URN", "ARN"]);
const typeFiles: Readonly<Record<string, string>> = { inputs: "types/input", outputs: "types/output" };

/** Reads one module's declaration, with every object that it speaks of. */
export class Reader {
  readonly #sources: Sources;
  readonly #module: string;
  readonly #types: Record<string, Members> = {};

  constructor(sources: Sources, module: string) {
    this.#sources = sources;
    this.#module = module;
  }

  /** What the module declares: a resource class with its arguments, or a function with its arguments and result. */
  declaration(): Declaration {
    const { statements } = this.#sources.file(this.#module);
    const resource = statements.find((s) => ts.isClassDeclaration(s));
    if (resource !== undefined) {
      const constructor = resource.members.find((m) => ts.isConstructorDeclaration(m));
      return this.#of(constructor?.parameters[1]?.type, this.#members(resource));
    }
    const call = statements.find((s) => ts.isFunctionDeclaration(s));
    if (call === undefined) throw new Error(`${this.#module} declares neither a resource nor a function`);
    const result = this.#shape(call.type ?? ts.factory.createKeywordTypeNode(ts.SyntaxKind.AnyKeyword));
    const outputs = result.kind === "object" ? (this.#types[result.name] ?? {}) : {};
    const [first] = call.parameters;
    return this.#of(
      first?.name.getText(this.#sources.file(this.#module)) === "args" ? first.type : undefined,
      outputs,
    );
  }

  #of(args: ts.TypeNode | undefined, outputs: Members): Declaration {
    const shape = args === undefined ? any : this.#shape(args);
    const inputs = shape.kind === "object" ? (this.#types[shape.name] ?? {}) : {};
    return { inputs, outputs, types: this.#types };
  }

  #members(declared: Declared): Members {
    const members: [string, Member][] = [];
    for (const member of declared.members as ts.NodeArray<ts.ClassElement | ts.TypeElement>) {
      if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) continue;
      if (member.modifiers?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword) === true) continue;
      if (member.type === undefined || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)))
        continue;
      const optional = member.questionToken !== undefined || mayBeUndefined(member.type);
      members.push([member.name.text, { shape: this.#shape(member.type), optional }]);
    }
    return Object.fromEntries(members);
  }

  #shape(node: ts.TypeNode): Shape {
    if (ts.isParenthesizedTypeNode(node)) return this.#shape(node.type);
    if (ts.isArrayTypeNode(node)) return { kind: "list", of: this.#shape(node.elementType) };
    if (ts.isTypeOperatorNode(node)) return this.#shape(node.type);
    if (ts.isUnionTypeNode(node)) return this.#union(node);
    if (ts.isLiteralTypeNode(node)) return literal(node.literal);
    if (ts.isTypeLiteralNode(node)) return this.#map(node);
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    return { kind: keyword(node.kind) };
  }

  #union(node: ts.UnionTypeNode): Shape {
    const [only = any, ...others] = node.types.filter((t) => !isUndefined(t)).map((t) => this.#shape(t));
    return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
  }

  #map(node: ts.TypeLiteralNode): Shape {
    const signature = node.members.find((member) => ts.isIndexSignatureDeclaration(member));
    return signature === undefined ? any : { kind: "map", of: this.#shape(signature.type) };
  }

  #reference(node: ts.TypeReferenceNode): Shape {
    const name = nameOf(node.typeName);
    const [argument] = node.typeArguments ?? [];
    if (wrappers.has(name)) return argument === undefined ? any : this.#shape(argument);
    if (name === "Array" || name === "ReadonlyArray") {
      return { kind: "list", of: argument === undefined ? any : this.#shape(argument) };
    }
    if (strings.has(name)) return { kind: "string" };
    return this.#named(name);
  }

  #named(name: string): Shape {
    const [head = "", ...rest] = name.split(".");
    const file = typeFiles[head];
    const declared = this.#sources.interface(
      file ?? this.#module,
      file === undefined ? name : rest.join("."),
    );
    // Enumerations, other resources and documents: the SDK takes more than one form of them, so anything goes.
    if (declared === undefined) return any;
    if (!(name in this.#types)) {
      this.#types[name] = {};
      this.#types[name] = this.#members(declared);
    }
    return { kind: "object", name };
  }
}

const nameOf = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;

const isUndefined = (node: ts.TypeNode): boolean => node.kind === ts.SyntaxKind.UndefinedKeyword;

/** `Output<T | undefined>` and `Input<T | undefined>` are ways to say that a property may be absent. */
const mayBeUndefined = (node: ts.TypeNode): boolean =>
  (ts.isUnionTypeNode(node) && node.types.some(isUndefined)) ||
  (ts.isTypeReferenceNode(node) &&
    wrappers.has(nameOf(node.typeName)) &&
    (node.typeArguments ?? []).some(mayBeUndefined));

const literal = (node: ts.LiteralTypeNode["literal"]): Shape => {
  if (ts.isStringLiteral(node)) return { kind: "literal", value: node.text };
  const boolean = node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
  return boolean ? { kind: "boolean" } : any;
};

function keyword(kind: ts.SyntaxKind): "string" | "number" | "boolean" | "any" {
  if (kind === ts.SyntaxKind.StringKeyword) return "string";
  if (kind === ts.SyntaxKind.NumberKeyword) return "number";
  return kind === ts.SyntaxKind.BooleanKeyword ? "boolean" : "any";
}
