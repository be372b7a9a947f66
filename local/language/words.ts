/** One piece of a word: quoted in one way or the other, escaped, or plain. */
const piece = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/y;

/**
 * Splits a line into words as a shell does, without expanding anything in them.
 * @throws when a quotation mark or a backslash at the end has no partner
 */
export function words(line: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      if (word !== undefined) found.push(word);
      word = undefined;
      at += 1;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(line);
    if (match === null) throw new Error(`no end of the quotation that begins at ${line.slice(at)}`);
    const [text, single, double, escaped, plain] = match;
    word = (word ?? "") + (single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? escaped ?? plain ?? "");
    at += text.length;
  }
  if (word !== undefined) found.push(word);
  return found;
}
