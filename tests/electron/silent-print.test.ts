import { expect, it } from 'vitest';
import { createSilentPrint } from '../../main/hosts/electron/silent-print.ts';
import type { SilentPrintJob } from '../../main/printing/silent-print.ts';
import { fakeElectron } from '../fakes/electron/electron.ts';

const JOB: SilentPrintJob = {
  title: 'OneWindow',
  printer: 'Receipts',
  pageSize: { widthMicrons: 80_000, heightMicrons: 200_000 },
  picture: { leftMicrons: 4000, widthMicrons: 72_000 },
  pages: [Buffer.from('first'), Buffer.from('second')],
};
const untilNobodyWaits = new AbortController().signal;

it('prints a named size of paper on a named printer, and asks nobody', async () => {
  const electron = fakeElectron({ userData: '' });
  expect(await createSilentPrint(electron).print(JOB, untilNobodyWaits)).toEqual({
    ok: true,
    value: 'spooled',
  });
  const [window] = electron.windows;
  expect(window?.page.printed).toMatchObject([
    {
      options: {
        silent: true,
        deviceName: 'Receipts',
        pageSize: { width: 80_000, height: 200_000 },
        margins: { marginType: 'none' },
      },
    },
  ]);
  expect([window?.isShown(), window?.isDestroyed()]).toEqual([false, true]);
});

it('prints a page that can run nothing and fetch nothing but its pictures', async () => {
  const electron = fakeElectron({ userData: '' });
  await createSilentPrint(electron).print(JOB, untilNobodyWaits);
  const [window] = electron.windows;
  const { session, frame } = window?.page ?? {};
  expect(frame?.url).toBe('app://print/sheet.html');
  expect(window?.options.webPreferences).toMatchObject({
    javascript: false,
    sandbox: true,
    partition: 'print-1',
  });
  const sheet = await session?.fetch('app://print/sheet.html');
  expect(sheet?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await (await session?.fetch('app://print/1.png'))?.text()).toBe('second');
  expect(await (await session?.fetch('app://print/sheet.css'))?.text()).toContain('size: 80mm 200mm');
  expect((await session?.fetch('app://print/2.png'))?.status).toBe(404);
  expect((await session?.fetch('app://kiosk/0.png'))?.status).toBe(404);
  expect([session?.request('app://print/0.png'), session?.request('https://example.org/')]).toEqual([
    true,
    false,
  ]);
});

it('gives each job a session of its own', async () => {
  const electron = fakeElectron({ userData: '' });
  const { print } = createSilentPrint(electron);
  await print(JOB, untilNobodyWaits);
  await print(JOB, untilNobodyWaits);
  expect([...electron.sessions.keys()]).toEqual(['print-1', 'print-2']);
});

it('does not let an unknown name fall to the system’s default printer', async () => {
  const electron = fakeElectron({ userData: '' });
  const answer = await createSilentPrint(electron).print({ ...JOB, printer: 'Receits' }, untilNobodyWaits);
  expect(answer).toEqual({ ok: false, error: 'no-such-printer' });
  expect(electron.windows[0]?.page.printed).toEqual([]);
});

it.each([
  ['Print job canceled', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['Print job failed', 'refused'],
])('says what became of it: %s', async (reason, fault) => {
  const electron = fakeElectron({ userData: '' });
  electron.failPrintWith(reason);
  expect(await createSilentPrint(electron).print(JOB, untilNobodyWaits)).toEqual({ ok: false, error: fault });
  expect(electron.windows[0]?.isDestroyed()).toBe(true);
});

it('stops waiting when nobody waits any more', async () => {
  const electron = fakeElectron({ userData: '' });
  electron.failPrintWith('never');
  const abort = new AbortController();
  const answer = createSilentPrint(electron).print(JOB, abort.signal);
  abort.abort();
  expect(await answer).toEqual({ ok: false, error: 'refused' });
  expect(electron.windows[0]?.isDestroyed()).toBe(true);
});

it('knows the printers of the machine', async () => {
  const electron = fakeElectron({ userData: '' });
  expect(await createSilentPrint(electron).printers()).toEqual(['Counter 3', 'Receipts']);
  expect(electron.windows[0]?.isDestroyed()).toBe(true);
});
