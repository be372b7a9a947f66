import { distance } from "fastest-levenshtein";

/** The known word that somebody most likely meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    // Half of the word may be wrong at most: beyond that a suggestion is a guess.
    .filter(
      ({ candidate, far }) => far <= Math.max(2, Math.floor(Math.min(word.length, candidate.length) / 2)),
    )
    .sort((one, other) => one.far - other.far);
  return best?.candidate;
}

/** "`a`, `b` or `c`". */
export const oneOf = (words: readonly (string | number)[]): string => {
  const quoted = words.map((word) => (typeof word === "number" ? String(word) : `\`${word}\``));
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}`;
};
