// Where the screen lives. Compared as parsed addresses, never by how a text begins.

export const SCHEME = 'app';
export const ADDRESS = 'app://kiosk/index.html';

/** Whether a frame shows our page and nothing else. */
export function isOurPage(url: string): boolean {
  return url === ADDRESS;
}

/** Whether the screen may go there: our page once more, as after a reload. No other place exists. */
export function mayNavigate(url: string): boolean {
  return isOurPage(url);
}

/** Whether a request may leave the page: our own files, and pictures the page made itself. */
export function mayRequest(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  if (parsed.protocol === `${SCHEME}:`) return parsed.host === 'kiosk';
  return parsed.protocol === 'data:' || parsed.protocol === 'blob:';
}
