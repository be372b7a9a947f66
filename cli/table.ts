/** One line of a section: what, how, and why. */
export interface Row {
  readonly label: string;
  readonly value: string;
  readonly reason?: string;
}

/** A titled group of lines. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** How parts of the text are made to stand out; on a terminal by colour, elsewhere not at all. */
export interface Paint {
  readonly title: (text: string) => string;
  readonly reason: (text: string) => string;
  readonly warning: (text: string) => string;
}

export const plain: Paint = { title: (text) => text, reason: (text) => text, warning: (text) => text };

/** Past this width a value pushes its reason aside rather than everybody's. */
const MAX_VALUE = 48;

/** Sections with their columns aligned over all of them. */
export function formatSections(sections: readonly Section[], paint: Paint): string {
  const rows = sections.flatMap((section) => section.rows);
  const label = Math.max(...rows.map((row) => row.label.length));
  const value = Math.max(...rows.map((row) => (row.value.length > MAX_VALUE ? 0 : row.value.length)));
  const line = (row: Row): string => {
    const start = `  ${row.label.padEnd(label)}  ${row.reason === undefined ? row.value : row.value.padEnd(value)}`;
    return row.reason === undefined ? start.trimEnd() : `${start}  ${paint.reason(row.reason)}`;
  };
  return sections
    .map(({ title, rows: own }) => [paint.title(title), ...own.map(line)].join("\n"))
    .join("\n\n");
}
