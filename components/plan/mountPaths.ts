/** A path without what changes nothing in it; the root is the empty text. */
export const plainPath = (path: string): string =>
  path.split("/").reduce((above, part) => {
    if (part === "" || part === ".") return above;
    return part === ".." ? above.replace(/\/[^/]*$/, "") : `${above}/${part}`;
  }, "");

/** Whether a path is another, or a directory above it. */
export const isAtOrAbove = (path: string, other: string): boolean =>
  `${plainPath(other)}/`.startsWith(`${plainPath(path)}/`);
