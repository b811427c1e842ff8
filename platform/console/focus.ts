/**
 * Takes the focus to a page that has just opened, when the link that opened it went with the page before: otherwise a
 * keyboard would begin again at the top, and nobody would be told that the page has changed.
 */
export function focusWhenLost(page: HTMLElement | null): void {
  if (page !== null && document.activeElement === document.body) page.focus({ preventScroll: true });
}
