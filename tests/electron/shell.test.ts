// What the shell does with windows, displays, power and faults (over doubles of Electron).
import { afterEach, describe, expect, it } from 'vitest';
import { WORN_AFTER_VISITS } from '../../main/hosts/electron/visits.ts';
import { PORTRAIT } from '../fakes/electron/electron.ts';
import { stand, type Stand } from './stand.ts';

let stood: Stand;
afterEach(() => stood.close());

const ENDED = { name: 'ended', payload: null } as const;
const SECOND = { id: 2, bounds: { x: 1080, y: 0, width: 1920, height: 1080 } };

describe('a citizen’s window', () => {
  it('is shown once it has something to show', () => {
    stood = stand();
    expect(stood.window().isShown()).toBe(true);
    expect(stood.page().frame.url).toBe('app://kiosk/index.html');
    expect(stood.window().hasMenu()).toBe(false);
  });

  it('ends with its owner, and all that was left in it', () => {
    stood = stand();
    const first = stood.window();
    stood.emit(ENDED);
    const second = stood.window();
    expect(second).not.toBe(first);
    expect(second.page.session).not.toBe(first.page.session);
    // The old one covers the desktop until the new one can be seen.
    expect(first.isDestroyed()).toBe(false);
    second.becomeReady();
    expect(first.isDestroyed()).toBe(true);
    expect(first.page.session.isCleared()).toBe(true);
    expect(stood.electron.clipboardCleared()).toBe(1);
  });

  it('is gone even if the window that came after it never showed', () => {
    stood = stand();
    const first = stood.window();
    stood.emit(ENDED);
    const second = stood.window();
    second.page.crash();
    stood.time.pass(4999);
    stood.window().becomeReady();
    expect([first.isDestroyed(), second.isDestroyed(), stood.window().isShown()]).toEqual([true, true, true]);
    expect(first.page.session.isCleared()).toBe(true);
  });

  it('keeps nothing on disk', () => {
    stood = stand();
    stood.emit(ENDED);
    for (const { options } of stood.electron.windows)
      expect(options.webPreferences?.partition).toMatch(/^visit-\d+$/);
  });

  it('comes back to the front when something else gets there', () => {
    stood = stand();
    stood.window().loseFocus();
    expect(stood.window().isFocused()).toBe(true);
    expect(stood.logged).toContain('focus lost');
  });

  it('is in a process that is replaced after many people, since Electron never lets a session go', () => {
    stood = stand();
    for (let visit = 1; visit < WORN_AFTER_VISITS; visit += 1) stood.emit(ENDED);
    expect(stood.kiosk).toEqual([]);
    stood.emit(ENDED);
    expect(stood.kiosk).toEqual(['start anew']);
  });

  it('may ask nothing any more once the next person’s is there', async () => {
    stood = stand();
    const old = stood.page().world['oneWindow'] as Record<string, (input: null) => Promise<unknown>>;
    stood.emit(ENDED);
    expect(await old['look']?.(null)).toEqual({ ok: false, error: { code: 'untrusted-sender' } });
    expect(await stood.ask('look')).toEqual({ ok: true, value: 'well' });
    expect(stood.kiosk).toEqual(['look']);
  });
});

describe('the channel', () => {
  it('is the only one', () => {
    stood = stand();
    expect(stood.electron.ipcMain.channels()).toEqual(['kiosk']);
  });

  it.each([
    ['another window', { sender: { id: 99 }, senderFrame: { url: 'app://kiosk/index.html', parent: null } }],
    [
      'a frame inside the page',
      { sender: { id: 1 }, senderFrame: { url: 'app://kiosk/index.html', parent: {} as never } },
    ],
    [
      'another page in our window',
      { sender: { id: 1 }, senderFrame: { url: 'https://evil.example/', parent: null } },
    ],
    [
      'an address that begins like ours',
      { sender: { id: 1 }, senderFrame: { url: 'app://kiosk/index.html.evil', parent: null } },
    ],
    ['a frame that is gone', { sender: { id: 1 }, senderFrame: null }],
  ])('does not hear %s', async (_, event) => {
    stood = stand();
    expect(await stood.electron.ipcMain.invoke('kiosk', event, ['look', null])).toEqual({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
    expect(stood.kiosk).toEqual([]);
    expect(stood.logged).toContain('refused untrusted-sender');
  });

  it('tells nobody when the window is gone', () => {
    stood = stand();
    stood.window().shut();
    expect(() => stood.emit({ name: 'idle', payload: null })).not.toThrow();
  });
});

describe('a window that is lost', () => {
  it.each([
    ['crashes', 'page-crashed', (at: Stand) => at.page().crash()],
    ['hangs', 'page-hung', (at: Stand) => at.page().hang()],
    ['is closed by something', 'window-closed', (at: Stand) => at.window().shut()],
    ['loses its graphics', 'graphics-gone', (at: Stand) => at.electron.loseGraphics()],
  ])('because it %s is replaced within 5 s by one that asks who is there', (_, how, happen) => {
    stood = stand();
    const lost = stood.window();
    happen(stood);
    expect(stood.kiosk).toEqual([`windowLost ${how}`]);
    stood.time.pass(4999);
    expect(stood.window()).not.toBe(lost);
    stood.window().becomeReady();
    expect([stood.window().isShown(), lost.isDestroyed()]).toEqual([true, true]);
    expect(stood.logged).toContain(`window lost ${how}`);
  });

  it('is not one that answers', async () => {
    stood = stand();
    await stood.live(60);
    expect(stood.kiosk).toEqual([]);
  });

  it('because its page answers nothing is noticed by its pulse', async () => {
    stood = stand();
    const lost = stood.window();
    stood.page().answerPulseWith(null);
    stood.time.pass(5000 + 10_000 + 4999);
    expect(stood.kiosk).toEqual(['windowLost page-hung']);
    expect(stood.window()).not.toBe(lost);
  });

  it('three times in five minutes puts the machine out of service, and it comes back by itself', async () => {
    stood = stand();
    for (const _ of [1, 2, 3]) {
      stood.page().crash();
      await stood.live(60);
    }
    expect(stood.kiosk.filter((what) => what === 'close')).toHaveLength(1);
    expect(stood.kiosk).not.toContain('reopen');
    await stood.live(10 * 60);
    expect(stood.kiosk).toContain('reopen');
  });

  it('again and again with its graphics is drawn in software', () => {
    stood = stand();
    stood.electron.loseGraphics();
    stood.time.pass(2000);
    stood.electron.loseGraphics();
    expect(stood.kiosk).toContain('draw in software');
  });

  it('is counted once, whatever signs there are', () => {
    stood = stand();
    const { page } = stood.window();
    page.hang();
    page.crash();
    expect(stood.kiosk).toEqual(['windowLost page-hung']);
  });
});

describe('displays', () => {
  it('other than the kiosk’s are covered in black', () => {
    stood = stand({ displays: [PORTRAIT, SECOND] });
    const [blank] = stood.electron.blankWindows();
    expect(blank?.bounds()).toEqual(SECOND.bounds);
    expect(blank?.options).toMatchObject({ focusable: false, backgroundColor: '#000000' });
    expect(blank?.options.webPreferences).toMatchObject({ javascript: false, sandbox: true });
  });

  it('that are plugged in later are covered too, and uncovered ones forgotten', () => {
    stood = stand();
    stood.electron.plugIn(SECOND);
    expect(stood.electron.blankWindows()).toHaveLength(1);
    stood.electron.unplug(SECOND.id);
    expect(stood.electron.blankWindows()).toHaveLength(0);
  });

  it('that are turned take the window with them, and the session stays', () => {
    stood = stand();
    const window = stood.window();
    const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
    stood.electron.turn(PORTRAIT.id, bounds);
    expect(stood.window()).toBe(window);
    expect(window.bounds()).toEqual(bounds);
    expect(stood.kiosk).toEqual([]);
  });

  it('that are chosen show the kiosk', () => {
    stood = stand({ displays: [PORTRAIT, SECOND] }, { config: { window: { display: 2 } } });
    expect(stood.window().bounds()).toEqual(SECOND.bounds);
    stood.electron.unplug(SECOND.id);
    expect(stood.window().bounds()).toEqual(PORTRAIT.bounds);
  });
});

describe('the machine', () => {
  it('does not put its display to sleep', () => {
    stood = stand();
    expect(stood.electron.blockers()).toBe(1);
    stood.shell.stop();
    expect(stood.electron.blockers()).toBe(0);
  });

  it('that slept asks who is there', () => {
    stood = stand();
    stood.electron.sleepAndWake();
    expect(stood.kiosk).toEqual(['windowLost slept']);
  });

  it('that goes down ends the kiosk in order', () => {
    stood = stand();
    stood.electron.shutDown();
    expect(stood.kiosk).toEqual(['end']);
  });

  it('on which it is started twice shows the first one', () => {
    stood = stand();
    stood.shell.comeForward();
    expect(stood.window().isFocused()).toBe(true);
  });
});
