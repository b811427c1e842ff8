// What measures inside a page. It is put into every candidate alike before anything of its own runs.

/** How a candidate is told apart from outside. */
export interface Marks {
  /** What a page is headed with: another text is another page. */
  title: string;
  /** Where one types. */
  fields: string;
}

export interface Probe {
  /** Milliseconds from the beginning of the navigation until the first field was painted. */
  firstScreen: Promise<number>;
  /** For each key that wrote something, milliseconds until it was painted. */
  keys: number[];
  /** For each press that led to another page, milliseconds until that was painted. */
  pages: number[];
  /** For each tap on a keyboard of the page's own, milliseconds until what it did was painted. */
  taps: number[];
  /** Resolves when so many of them have been painted. */
  painted(what: 'keys' | 'pages' | 'taps', count: number): Promise<void>;
  /** Fills a box in and leaves it, as a person who moves on would. */
  fillIn(box: string, typed: string): void;
  choose(control: string): void;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/**
 * Runs in the page, so it may use nothing from outside itself.
 *
 * A frame counts as painted when a message posted from its requestAnimationFrame arrives: the main thread has then run
 * style, layout and paint and handed the frame over. Event Timing would round to 8 ms, as much as the difference sought.
 * Times begin at the event's own stamp, so waiting for a busy main thread counts.
 */
export function installProbe({ title, fields }: Marks): void {
  const taken = { keys: [] as number[], pages: [] as number[], taps: [] as number[] };
  let waiting: { of: number[]; count: number; then: () => void }[] = [];
  let pressedAt = 0;

  function afterPaint(then: (at: number) => void): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  }

  function whenever(isSo: () => boolean, then: () => void): void {
    const watcher = new MutationObserver(() => {
      if (!isSo()) return;
      watcher.disconnect();
      then();
    });
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
  }

  const shown = () => document.querySelector(title)?.textContent ?? '';

  function isUsable(): boolean {
    const field = document.querySelector<HTMLInputElement>(fields);
    return field !== null && !field.disabled && field.getClientRects().length > 0;
  }

  /** Every event of a kind that a person made, before anybody in the page sees it. */
  function every(kind: string, then: (at: number, target: Element) => void): void {
    const heard = ({ timeStamp, target, isTrusted }: Event) =>
      isTrusted && target instanceof Element ? then(timeStamp, target) : undefined;
    window.addEventListener(kind, heard, { capture: true, passive: true });
  }

  function note(of: number[], ms: number): void {
    of.push(ms);
    const isDue = (waiter: (typeof waiting)[number]) => waiter.of.length >= waiter.count;
    const due = waiting.filter(isDue);
    waiting = waiting.filter((waiter) => !isDue(waiter));
    for (const { then } of due) then();
  }

  function clicked(at: number, target: Element): void {
    if (target.closest('.keys button') !== null) return afterPaint((now) => note(taken.taps, now - at));
    if (target.closest('button, input[type="button"]') === null) return undefined;
    const before = shown();
    const isAnother = () => shown() !== before && shown() !== '' && isUsable();
    return whenever(isAnother, () => afterPaint((now) => note(taken.pages, now - at)));
  }

  every('keydown', (at) => {
    pressedAt = at;
  });
  // A key and what it writes come as two events: a frame between them does not show the letter.
  every('input', () => {
    const since = pressedAt;
    afterPaint((now) => note(taken.keys, now - since));
  });
  every('click', clicked);

  const find = (selector: string) => {
    const found = document.querySelector<HTMLInputElement>(selector);
    if (found === null) throw new Error(`there is no ${selector}`);
    return found;
  };

  window.bench = {
    firstScreen: new Promise((resolve) => whenever(isUsable, () => afterPaint(resolve))),
    ...taken,
    painted: (what, count) =>
      new Promise((then) =>
        taken[what].length >= count ? then() : waiting.push({ of: taken[what], count, then }),
      ),
    fillIn(box, typed) {
      const field = find(box);
      field.focus();
      // React keeps a setter of its own on every field; the prototype's is the browser's.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed);
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
      field.blur();
    },
    choose: (control) => find(control).click(),
  };
}
