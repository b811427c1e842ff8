// Feels the pulse of the window: a page that hangs or stands there white tells nobody, so it is asked. The same under
// every host.
import type { Timers } from '../../lib/clock.ts';
import type { Loss } from './recovery.ts';

export interface PulseParts {
  /** Runs `IS_DRAWN` in the page. A page that cannot answer may reject or never settle. */
  ask: () => Promise<unknown>;
  timers: Timers;
  /** Called once; the pulse is not felt any more. */
  onLost: (how: Extract<Loss, 'page-hung' | 'page-blank'>) => void;
}

export const ASK_EVERY_MS = 5000;
/** A page that does not answer for so long hangs. */
export const HUNG_AFTER_MS = 10_000;
/** Between two people a page may be empty for a moment: so many empty answers in a row make it blank. */
export const BLANK_TOO_MANY = 3;
/** A page that runs but has drawn no frame for so long is blank: its graphics are gone. Less than `HUNG_AFTER_MS`. */
const NO_FRAME_MS = 8000;
const NO_FRAME = 'no-frame';

/**
 * An expression for the page: a promise of whether something stands on the screen, true, false, or that nothing is drawn
 * any more. A page that nobody can see draws no frames and is not asked for one.
 */
export const IS_DRAWN = `new Promise((resolve) => {
  const answer = () => resolve((document.getElementById('root')?.childElementCount ?? 0) > 0);
  if (document.visibilityState !== 'visible') return answer();
  requestAnimationFrame(answer);
  setTimeout(() => resolve('${NO_FRAME}'), ${NO_FRAME_MS});
})`;

export function createPulse({ ask, timers, onLost }: PulseParts): { stop(): void } {
  let blank = 0;
  let next: { cancel(): void } | null = null;
  let late: { cancel(): void } | null = null;
  let isOver = false;

  function stop(): void {
    isOver = true;
    next?.cancel();
    late?.cancel();
  }

  function lost(how: Parameters<typeof onLost>[0]): void {
    if (isOver) return;
    stop();
    onLost(how);
  }

  function answered(isDrawn: unknown): void {
    if (isOver) return;
    late?.cancel();
    blank = isDrawn === true ? 0 : blank + 1;
    if (isDrawn === NO_FRAME || blank >= BLANK_TOO_MANY) lost('page-blank');
    else next = timers.after(ASK_EVERY_MS, feel);
  }

  function feel(): void {
    late = timers.after(HUNG_AFTER_MS, () => lost('page-hung'));
    // A page that is just loading another document drops the question: it counts as an empty answer.
    ask().then(answered, () => answered(false));
  }

  next = timers.after(ASK_EVERY_MS, feel);
  return { stop };
}
