/** What one bench found: columns of figures under a heading. */
export interface Report {
  readonly title: string;
  /** One sentence: what was done, how often, with how much at once. */
  readonly what: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly string[] }[];
}

/** As a Markdown table, which is as readable in a terminal. */
export function formatReport({ title, what, columns, rows }: Report): string {
  const cells = [['', ...columns], ...rows.map(({ name, figures }) => [name, ...figures])];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [`## ${title}`, '', what, '', line(head), line(rule), ...body.map(line)].join('\n');
}

const pad = (text: string, width: number, column: number): string =>
  column === 0 ? text.padEnd(width) : text.padStart(width);
