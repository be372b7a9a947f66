import { BlockList, isIP } from "node:net";

/** A block of addresses: those that begin with the first `length` bits of `start`, of as many as the family has. */
interface Block {
  readonly start: string;
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

const families = { 32: "ipv4", 128: "ipv6" } as const;

function contains(outer: Block, inner: Block): boolean {
  if (outer.bits !== inner.bits || outer.length > inner.length) return false;
  const block = new BlockList();
  block.addSubnet(outer.start, outer.length, families[outer.bits]);
  return block.check(inner.start, families[inner.bits]);
}

/** `1.2.3.4/0` is `0.0.0.0/0` for AWS: bits after the length say nothing. */
function read(text: string): Block | undefined {
  const [, start = "", digits = ""] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const version = isIP(start);
  const bits = version === 6 ? 128 : 32;
  const length = Number(digits);
  return version === 0 || length > bits ? undefined : { start, length, bits };
}
