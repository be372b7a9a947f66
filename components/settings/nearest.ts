import { distance } from "fastest-levenshtein";

/** The known word that somebody most likely meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, steps: far(word.toLowerCase(), candidate.toLowerCase()) }))
    // Half of the word may be wrong at most: beyond that a suggestion is a guess.
    .filter(
      ({ candidate, steps }) => steps <= Math.max(2, Math.floor(Math.min(word.length, candidate.length) / 2)),
    )
    .sort((one, other) => one.steps - other.steps);
  return best?.candidate;
}

/** "`a`, `b` or `c`". */
export const oneOf = (words: readonly (string | number)[]): string => {
  const quoted = words.map((word) => (typeof word === "number" ? String(word) : `\`${word}\``));
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}`;
};

/** A word cut short is as near as can be: `timeout` is `timeoutSeconds`. */
const far = (word: string, candidate: string): number =>
  word.length >= 3 && candidate.startsWith(word) ? 1 : distance(word, candidate);
