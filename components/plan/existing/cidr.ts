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
  const [, address = "", length = ""] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(cidr) ?? [];
  const bytes = address.split(".").map(Number);
  const prefix = Number(length);
  if (address === "" || prefix > 32 || bytes.some((byte) => byte > 255)) return undefined;
  const size = 2 ** (32 - prefix);
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const first = number - (number % size);
  return [first, first + size - 1];
}
