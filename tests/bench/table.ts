/** Rows under a head as lines of text: the first column to the left, the others, which are figures, to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row.map((cell, column) => placed(cell, widths[column] ?? 0, column)).join('  '),
  );
  const [first = '', ...others] = lines.map((line) => line.trimEnd());
  return [first, '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...others];
}

function placed(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
