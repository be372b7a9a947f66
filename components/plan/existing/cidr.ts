import { BlockList, isIP } from "node:net";

/** A range of IPv4 addresses, both ends in it. */
type Range = readonly [first: number, last: number];

/** Whether some CIDR blocks cover all of another. What is not IPv4 covers nothing, and is not covered. */
export function covers(blocks: readonly string[], whole: string): boolean {
  const wanted = rangeOf(whole);
  if (wanted === undefined) return false;
  const ranges = blocks
    .map(rangeOf)
    .filter((range) => range !== undefined)
    .sort(([one], [other]) => one - other);
  const [first, last] = wanted;
  // How far the addresses are covered without a gap.
  const end = ranges.reduce(
    (reached, [from, to]) => (from > reached ? reached : Math.max(reached, to + 1)),
    first,
  );
  return end > last;
}

function rangeOf(cidr: string): Range | undefined {
  const parts = partsOf(cidr);
  if (parts?.family !== "ipv4") return undefined;
  const size = 2 ** (LENGTHS.ipv4 - parts.length);
  const number = parts.address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const first = number - (number % size);
  return [first, first + size - 1];
}

/** Whether it is a range of addresses, of IPv4 or IPv6. */
export const isCidr = (text: string): boolean => partsOf(text) !== undefined;

/** Whether a range is one address. */
export const isSingle = (cidr: string): boolean => partsOf(cidr)?.isSingle === true;

/** Whether one range holds all of another, of its own family. */
export function contains(outer: string, inner: string): boolean {
  const [whole, part] = [partsOf(outer), partsOf(inner)];
  if (whole === undefined || part === undefined) return false;
  if (whole.family !== part.family || whole.length > part.length) return false;
  const list = new BlockList();
  list.addSubnet(whole.address, whole.length, whole.family);
  return list.check(part.address, part.family);
}

const LENGTHS = { ipv4: 32, ipv6: 128 } as const;

interface Parts {
  readonly address: string;
  readonly length: number;
  readonly family: keyof typeof LENGTHS;
  readonly isSingle: boolean;
}

function partsOf(cidr: string): Parts | undefined {
  const [, address = "", digits = ""] = /^([\d.:a-f]+)\/(\d{1,3})$/i.exec(cidr) ?? [];
  const version = isIP(address);
  if (version === 0) return undefined;
  const family = version === 6 ? "ipv6" : "ipv4";
  const [length, longest] = [Number(digits), LENGTHS[family]];
  return length > longest ? undefined : { address, length, family, isSingle: length === longest };
}
