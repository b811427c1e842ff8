// Somebody in front of the kiosk's own window, which has no way in but its pipe.
import { expect } from 'playwright/test';
import type { WarmChromium } from '../../main/hosts/browser/chromium.ts';

export interface WindowHand {
  /** Makes the window as large as a kiosk's panel: one without a screen is small. */
  unfold(): Promise<void>;
  /** Runs in the page; promises are waited for. */
  run<T>(expression: string): Promise<T>;
  /** Waits until this holds in the page. */
  until(condition: string): Promise<void>;
  /** Presses the button that says this, or is called so, once it is there. */
  press(words: string): Promise<void>;
  /** The same with the strong action of the page, and waits until another page has come. */
  goOn(): Promise<void>;
  /** Types into the field of that place on the page, from 0; -1 is the last. */
  type(field: number, text: string): Promise<void>;
  /** Draws three lines in the box to sign in. */
  sign(): Promise<void>;
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { exception?: { description?: string } };
}

/** On a busy machine a page may take its time. */
const PATIENCE_MS = 30_000;

export function windowHand({ pipe, session }: WarmChromium): WindowHand {
  async function run<T>(expression: string): Promise<T> {
    const how = { expression, awaitPromise: true, returnByValue: true };
    const answer = (await pipe.send('Runtime.evaluate', how, session())) as Evaluated;
    if (answer.exceptionDetails !== undefined)
      throw new Error(answer.exceptionDetails.exception?.description ?? expression);
    return answer.result.value as T;
  }

  async function until(condition: string): Promise<void> {
    const holds = () => run<boolean>(`Boolean(${condition})`);
    await expect.poll(holds, { message: condition, timeout: PATIENCE_MS }).toBe(true);
  }

  async function press(words: string): Promise<void> {
    const button = `[...document.querySelectorAll('button')].find((one) => !one.closest('[inert]') && [one.innerText.trim(), one.getAttribute('aria-label')].includes(${JSON.stringify(words)}))`;
    await until(button);
    await run(`${button}.click()`);
  }

  async function mouse(type: string, x: number, y: number): Promise<void> {
    const event = { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 };
    await pipe.send('Input.dispatchMouseEvent', event, session());
  }

  /** Brings a part of the page in sight. Returns where its middle is. */
  async function middleOf(part: string): Promise<[x: number, y: number]> {
    await run(`${part}.scrollIntoView({ block: 'center' })`);
    return run(
      `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${part}.getBoundingClientRect())`,
    );
  }

  return {
    async unfold() {
      const panel = { width: 1080, height: 1920, deviceScaleFactor: 1, mobile: false };
      await pipe.send('Emulation.setDeviceMetricsOverride', panel, session());
    },
    run,
    until,
    press,
    async goOn() {
      const title = await run<string>(`document.querySelector('h1').innerText`);
      await run(`[...document.querySelectorAll('.act button')].at(-1).click()`);
      const turned = `(document.querySelector('h1')?.innerText ?? title) !== title`;
      await until(`((title) => ${turned} || document.querySelector('.summary'))(${JSON.stringify(title)})`);
      const problems = await run<string | null>(`document.querySelector('.summary')?.innerText ?? null`);
      if (problems !== null) throw new Error(`the page stands still: ${problems}`);
    },
    async type(field, text) {
      const box = `[...document.querySelectorAll('.question input')].at(${field})`;
      await until(box);
      const [x, y] = await middleOf(box);
      await mouse('mousePressed', x, y);
      await mouse('mouseReleased', x, y);
      await until(`document.activeElement === ${box}`);
      await pipe.send('Input.insertText', { text }, session());
      await until(`${box}.value !== ''`);
    },
    async sign() {
      await until(`document.querySelector('.pad canvas')`);
      await run(`document.querySelector('.pad canvas').scrollIntoView({ block: 'center' })`);
      const [x, y, width, height] = await run<[number, number, number, number]>(
        `(({ x, y, width, height }) => [x, y, width, height])(document.querySelector('.pad canvas').getBoundingClientRect())`,
      );
      for (const part of [0.2, 0.45, 0.7]) {
        await mouse('mousePressed', x + part * width, y + 0.3 * height);
        for (let step = 1; step <= 8; step += 1)
          await mouse('mouseMoved', x + (part + step * 0.015) * width, y + (0.3 + step * 0.05) * height);
        await mouse('mouseReleased', x + (part + 0.12) * width, y + 0.7 * height);
      }
    },
  };
}
