import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { SecretLeaf } from "../secret.ts";
import { type EngineScalar, plainScalar, taggedScalar } from "./scalar.ts";

/** Reads a node as the engine does; `secure` leaves become SecretLeaf. */
export function readNode(document: Document, node: unknown, above: readonly unknown[] = []): unknown {
  if (above.includes(node)) throw new Error("an anchor contains itself");
  const inner = (child: unknown) => readNode(document, child, [...above, node]);
  if (isAlias(node)) {
    const target = node.resolve(document);
    if (target === undefined) throw new Error(`there is no anchor \`${node.source}\``);
    return inner(target);
  }
  if (isSeq(node)) return node.items.map(inner);
  if (isMap(node)) return secretOf(readMap(node.items, inner));
  return isScalar(node) ? readScalar(node) : null;
}

function readScalar(node: Scalar): EngineScalar {
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  if (node.tag !== undefined) return taggedScalar(node.tag, text);
  return node.type === undefined || node.type === "PLAIN" ? plainScalar(text) : text;
}

/** What a key merges in (`<<`) gives way to what the mapping says itself. */
function readMap(items: readonly Pair[], inner: (child: unknown) => unknown): Record<string, unknown> {
  const own: [string, unknown][] = [];
  const merged: [string, unknown][] = [];
  for (const { key, value } of items) {
    if (isScalar(key) && key.value === "<<") merged.push(...mergedEntries(inner(value)));
    else own.push([keyText(key as Node | null), inner(value)]);
  }
  // Of several sources the first wins, so it has to come last.
  return Object.fromEntries([...merged.reverse(), ...own]);
}

function mergedEntries(source: unknown): [string, unknown][] {
  if (Array.isArray(source)) return source.flatMap(mergedEntries);
  if (typeof source !== "object" || source === null || source instanceof SecretLeaf) {
    throw new Error("`<<` takes a mapping, or a list of mappings");
  }
  return Object.entries(source);
}

function keyText(key: Node | null): string {
  if (key !== null && !isScalar(key)) throw new Error("a key must be text");
  return String((key === null ? null : readScalar(key)) ?? "<nil>");
}

/** `{secure: ciphertext}`, alone, is a secret. */
const secretOf = (value: Record<string, unknown>): unknown =>
  Object.keys(value).length === 1 && typeof value.secure === "string" ? new SecretLeaf() : value;
