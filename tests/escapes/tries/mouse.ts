// The mouse's other buttons, dragging and dropping.
import { expect } from 'playwright/test';
import type { RealWindow } from '../real-window.ts';
import type { Tries } from '../table.ts';
import { TRIED_AT, unchanged, withElement, type Try } from '../try.ts';

/** The middle of what a selector finds, on the screen. */
async function middleOf({ run }: RealWindow, selector: string): Promise<[string, string]> {
  return run(`(() => {
    const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return [screenX + x + width / 2, screenY + y + height / 2].map((at) => String(Math.round(at)));
  })()`);
}

function on(selector: string, ...how: string[]): Try {
  return unchanged(async (window) => {
    const at = await middleOf(window, selector);
    await window.x.do('mousemove', ...at, ...how);
  });
}

/** Marks what is typed as a mouse does, pastes it with the middle button, and unmarks it. */
const pasteMarked: Try = unchanged(async (window) => {
  const field = await middleOf(window, 'input');
  await window.x.do('mousemove', ...field, 'click', '--repeat', '3', '1');
  await window.settle();
  await window.x.do('key', 'End', 'click', '2');
  await window.settle();
  await window.x.do('click', '1', 'key', 'End');
});

/** Drags from one place of the screen to another, as a hand does; counts what the page saw of it. */
async function dragsSeen(window: RealWindow, from: readonly string[]): Promise<number> {
  await window.run(`{
    window.drags = 0;
    addEventListener('drag', () => { window.drags += 1; });
    addEventListener('dragend', () => { window.drags += 1; });
  }`);
  await window.x.do('mousemove', ...from, 'mousedown', '1');
  for (const step of [20, 60, 200, 500])
    await window.x.do('mousemove_relative', '--sync', String(step), String(step));
  await window.x.do('mouseup', '1');
  await window.settle();
  return window.run('window.drags');
}

const dragWords: Try = unchanged(async (window) => {
  await window.run(`document.querySelector('input').select()`);
  const word = await window.run<[string, string]>(`(() => {
    const { x, y, height } = document.querySelector('input').getBoundingClientRect();
    return [screenX + x + 40, screenY + y + height / 2].map((at) => String(Math.round(at)));
  })()`);
  expect(await dragsSeen(window, word)).toBe(0);
  const field = await middleOf(window, 'input');
  await window.x.do('mousemove', ...field, 'click', '1', 'key', 'End');
});

const PICTURE = `['img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' }]`;

const dragPicture: Try = unchanged((window) =>
  withElement(window, PICTURE, async () => {
    expect(await dragsSeen(window, TRIED_AT)).toBe(0);
  }),
);

/** What a drag from outside carries. */
interface Dragged {
  items: { mimeType: string; data: string }[];
  files: string[];
}

function dropped({ items, files }: Dragged): Try {
  return unchanged(async ({ browser }) => {
    const data = { items, files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await browser.pipe.send('Input.dispatchDragEvent', { type, x: 500, y: 600, data }, browser.session());
  });
}

/** Presses where no field has the focus, and goes back into the field. */
const outsideField: Try = unchanged(async (window) => {
  const field = await middleOf(window, 'input');
  await window.run('document.activeElement.blur()');
  await window.x.press('BackSpace');
  await window.settle();
  await window.x.do('mousemove', ...field, 'click', '1', 'key', 'End');
});

export const mouse = {
  'key-backspace': outsideField,
  'mouse-right-click': on('h1', 'click', '3'),
  'mouse-right-click-field': on('input', 'click', '3'),
  'mouse-middle-click': pasteMarked,
  'mouse-back-button': on('h1', 'click', '8'),
  'mouse-wheel-zoom': on('h1', 'keydown', 'ctrl', 'click', '4', 'click', '4', 'keyup', 'ctrl'),
  'mouse-drag-out': dragWords,
  'mouse-drag-picture': dragPicture,
  'mouse-drop-file': dropped({ items: [], files: ['/etc/hostname'] }),
  'mouse-drop-link': dropped({
    items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }],
    files: [],
  }),
} satisfies Partial<Tries<'chromium', Try>>;
