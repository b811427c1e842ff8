// Second windows and downloads: what a press with another key or button would open, and what a page could open or save.
import type { Tries } from '../table.ts';
import { TRIED_AT, unchanged, withElement, type Try } from '../try.ts';

/** A way to the kiosk's own page, so that nothing but the second window is refused. */
const LINK = `['a', { href: location.href, text: 'here' }]`;

/** Presses on an element in a way of its own. */
function pressed(markup: string, ...how: string[]): Try {
  return unchanged((window) =>
    withElement(window, markup, async () => {
      await window.x.do('mousemove', ...TRIED_AT, ...how);
      await window.settle();
    }),
  );
}

const CLICK = ['click', '1'];

export const windows = {
  'window-open': unchanged(({ run }) => run(`window.open('https://example.com/'); undefined`, true)),
  'window-blank': pressed(`['a', { href: location.href, target: '_blank', text: 'here' }]`, ...CLICK),
  'window-shift-click': pressed(LINK, 'keydown', 'shift', ...CLICK, 'keyup', 'shift'),
  'window-ctrl-click': pressed(LINK, 'keydown', 'ctrl', ...CLICK, 'keyup', 'ctrl'),
  'window-middle-click': pressed(LINK, 'click', '2'),
} satisfies Partial<Tries<'chromium', Try>>;

const BLOB = `URL.createObjectURL(new Blob(['out'], { type: 'application/octet-stream' }))`;

export const downloads = {
  'download-attribute': pressed(
    `['a', { href: location.href, download: 'out.html', text: 'here' }]`,
    ...CLICK,
  ),
  'download-blob': pressed(`['a', { href: ${BLOB}, download: 'out.bin', text: 'here' }]`, ...CLICK),
} satisfies Partial<Tries<'chromium', Try>>;
