// Fingers. They go through Chromium's own recognition of gestures, below what a page can make up.
import type { RealWindow } from '../real-window.ts';
import type { Tries } from '../table.ts';
import { unchanged, type Try } from '../try.ts';

interface Finger {
  x: number;
  y: number;
}

async function touch({ browser }: RealWindow, type: string, fingers: Finger[]): Promise<void> {
  const touchPoints = fingers.map((finger, id) => ({ ...finger, id }));
  await browser.pipe.send('Input.dispatchTouchEvent', { type, touchPoints }, browser.session());
}

async function gesture({ browser }: RealWindow, method: string, how: object): Promise<void> {
  await browser.pipe.send(`Input.${method}`, { gestureSourceType: 'touch', ...how }, browser.session());
}

async function placeOf({ run }: RealWindow, selector: string): Promise<Finger> {
  return run(`(() => {
    const { x, y, width, height } = document.querySelector('${selector}').getBoundingClientRect();
    return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
  })()`);
}

/** Longer than Chromium takes to call it a long press. */
const REST_MS = 900;

function rests(selector: string): Try {
  return unchanged(async (window) => {
    const place = await placeOf(window, selector);
    await gesture(window, 'synthesizeTapGesture', { ...place, duration: REST_MS });
  });
}

const FINGERS = [
  { x: 300, y: 500 },
  { x: 420, y: 520 },
  { x: 540, y: 540 },
];

function moved(fingers: Finger[], x: number, y: number): Finger[] {
  return fingers.map((finger) => ({ x: finger.x + x, y: finger.y + y }));
}

/** So many fingers wipe to the right and down. */
function wipe(count: number, x: number, y: number): Try {
  return unchanged(async (window) => {
    const fingers = FINGERS.slice(0, count);
    await touch(window, 'touchStart', fingers);
    for (const share of [0.25, 0.5, 0.75, 1])
      await touch(window, 'touchMove', moved(fingers, x * share, y * share));
    await touch(window, 'touchEnd', []);
  });
}

export const touches = {
  'touch-long-press': rests('h1'),
  'touch-long-press-field': rests('input'),
  'touch-double-tap': unchanged((window) =>
    gesture(window, 'synthesizeTapGesture', { x: 500, y: 700, tapCount: 2 }),
  ),
  'touch-pinch': unchanged((window) =>
    gesture(window, 'synthesizePinchGesture', { x: 500, y: 600, scaleFactor: 2, relativeSpeed: 4000 }),
  ),
  'touch-two-fingers': wipe(2, 0, 0),
  'touch-edge-swipe': unchanged((window) =>
    gesture(window, 'synthesizeScrollGesture', { x: 4, y: 600, xDistance: 700, speed: 8000 }),
  ),
  'touch-overscroll': unchanged((window) =>
    gesture(window, 'synthesizeScrollGesture', { x: 500, y: 300, yDistance: 600, speed: 8000 }),
  ),
  'touch-three-fingers': wipe(3, 200, 200),
} satisfies Partial<Tries<'chromium', Try>>;
