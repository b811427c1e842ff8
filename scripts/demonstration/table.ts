// What errands cost, as a table to read.
import type { Done } from './errands.ts';

const HEADS = ['procedure', 'language', 'identity', 'pages', 'questions', 'taps', 'keys', 'seconds'];

export function tableOf(errands: readonly Done[]): string[] {
  const rows = errands.map(({ procedure, locale, way, pages, questions, taps, keys, seconds }) =>
    [procedure, locale, way, pages, questions, taps, keys, seconds].map(String),
  );
  const widths = HEADS.map((head, column) =>
    Math.max(...[HEADS, ...rows].map((row) => row[column]?.length ?? 0), head.length),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(HEADS), ...rows.map(line)];
}
