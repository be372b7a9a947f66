/** A block of addresses: those that begin with the first `length` bits of `start`, of as many as the family has. */
interface Block {
  readonly start: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

/** Nobody on the internet has these. https://www.rfc-editor.org/rfc/rfc6890 */
const nobodys = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"].map(read);
/** No cloud and no university has more than this of the internet. */
const widest = { 32: 8, 128: 16 } as const;

/**
 * Whether these blocks together are «everybody», in whatever parts it is written: more of the internet than anyone owns.
 * What is no block of addresses counts for nothing.
 */
export function areEverybody(texts: readonly string[]): boolean {
  const blocks = texts.map(read).filter((block) => block !== undefined);
  const open = blocks.filter((block) => !nobodys.some((net) => net !== undefined && contains(net, block)));
  return ([32, 128] as const).some((bits) => {
    const own = open.filter((block) => block.bits === bits);
    const apart = own.filter(
      (block, index) =>
        !own.some(
          (other, at) => at !== index && contains(other, block) && (at < index || !contains(block, other)),
        ),
    );
    return apart.reduce((sum, { length }) => sum + size(bits, length), 0n) > size(bits, widest[bits]);
  });
}

const size = (bits: number, length: number): bigint => 1n << BigInt(bits - length);

const contains = (outer: Block, inner: Block): boolean =>
  outer.bits === inner.bits &&
  outer.length <= inner.length &&
  outer.start >> BigInt(outer.bits - outer.length) === inner.start >> BigInt(outer.bits - outer.length);

/** `1.2.3.4/0` is `0.0.0.0/0` for AWS: bits after the length say nothing. */
function read(text: string): Block | undefined {
  const [, address = "", digits = ""] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const bits = address.includes(":") ? 128 : 32;
  const start = bits === 128 ? v6(address) : v4(address);
  const length = Number(digits);
  return start === undefined || length > bits ? undefined : { start, length, bits };
}

function v4(text: string): bigint | undefined {
  const parts = text.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part < 256))) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function v6(text: string): bigint | undefined {
  const [before = "", after, ...more] = text.split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const [head, tail] = [groups(before), groups(after ?? "")];
  const missing = after === undefined ? 0 : 8 - head.length - tail.length;
  const all = [...head, ...Array<string>(Math.max(missing, 0)).fill("0"), ...tail];
  if (more.length > 0 || all.length !== 8 || !all.every((group) => /^[\da-f]{1,4}$/i.test(group)))
    return undefined;
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
