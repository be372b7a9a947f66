/**
 * A data source matched nothing, or too much. The official provider says just this, without what was being read.
 */
export class FindFault extends Error {
  override name = "FindFault";
}

/** The only one of what was found; the official provider refuses none and many. */
export function theOnly<T>(found: readonly T[] | undefined, what: string): T {
  const [first, second] = found ?? [];
  if (first === undefined) throw new FindFault(`no matching ${what} found`);
  if (second !== undefined) {
    throw new FindFault(
      `multiple ${what}s matched; use additional constraints to reduce matches to a single ${what}`,
    );
  }
  return first;
}

/** What there is; the words of the official provider's other data sources, behind `reading X: `. */
export function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("couldn't find resource");
  return found;
}
