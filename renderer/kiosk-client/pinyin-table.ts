// Fetches the table of the pinyin keyboard when a Chinese keyboard is first opened. It comes as a module of our own build:
// so neither host has to let the page connect to anything, and the first page does not wait for it.

/** Resolves with the table's text; rejects when the kiosk is ending. */
export async function loadPinyinTable(): Promise<string> {
  const { default: table } = await import('virtual:pinyin-table');
  return table;
}
