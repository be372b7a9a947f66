/** Things that are alike in one respect, by it, in the order of the first of each. */
export function together<T>(things: readonly T[], respect: (thing: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(respect(thing), [...(groups.get(respect(thing)) ?? []), thing]);
  return [...groups];
}
