// What a try is, and the question all of them are asked: is everything as it was?
import { expect } from 'playwright/test';
import type { RealWindow } from './real-window.ts';

/** Where tries are made. */
export interface Bench {
  /** The window somebody is using; the same for all tries until one of them fails. */
  window(): Promise<RealWindow>;
  /** The next person's window took its place. */
  replaceWith(window: RealWindow): void;
  /** This window is spoilt: the next try gets another. */
  discard(): Promise<void>;
}

/** Fails when there is a way out. */
export type Try = (bench: Bench) => Promise<void>;

/** Somebody does something, and afterwards all that can be seen is what could be seen before. */
export function unchanged(act: (window: RealWindow) => Promise<unknown>): Try {
  return async (bench) => {
    const window = await bench.window();
    const before = await window.see();
    await act(window);
    await window.settle();
    expect(await window.see()).toEqual(before);
    expect(window.lost).toEqual([]);
  };
}

/** The page itself asks for something and is told no, without anybody being asked. `ask` gives a promise. */
export function denied(ask: string): Try {
  return unchanged(async ({ run }) => {
    const answer = await run<string>(
      `(async () => { try { await (${ask}); return 'given'; } catch (error) { return error.name; } })()`,
      true,
    );
    expect(answer).toMatch(/Error$/);
  });
}

/** Puts something on top of the page, lets somebody handle it, and takes it away again. */
export async function withElement(
  { run }: Pick<RealWindow, 'run'>,
  markup: string,
  handle: () => Promise<unknown>,
): Promise<void> {
  await run(`(() => {
    const [tag, attributes] = ${markup};
    const element = Object.assign(document.createElement(tag), { id: 'tried' });
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'text') element.textContent = value;
      else element.setAttribute(name, value);
    }
    Object.assign(element.style, {
      position: 'fixed', left: '0', top: '0', width: '300px', height: '120px', zIndex: '99', background: 'white',
    });
    document.body.append(element);
  })()`);
  await handle();
  await run(`document.getElementById('tried')?.remove()`);
}

/** The middle of what `withElement` put there, on the screen. */
export const TRIED_AT = ['150', '60'] as const;
