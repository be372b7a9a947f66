/** A word of a command line, quoted where the shell would read it otherwise. */
function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  // In double quotes these mean something still.
  if (word.includes("'") && !/["$`\\]/.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Words, as a line for the shell. */
export const line = (...words: readonly string[]): string => words.map(quoted).join(" ");
