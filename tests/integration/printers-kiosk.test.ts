// A citizen hands in an application at a kiosk with a receipt printer: what paper and screen say.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { View } from '../../domain/contract/views.ts';
import { systemTimers } from '../../lib/clock.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { startTcpPrinter, type TcpThermalPrinter } from '../fakes/thermal/tcp-printer.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { until } from '../until.ts';

const { procedure } = await llc();

let thermal: TcpThermalPrinter;
let city: City;

beforeEach(async () => {
  thermal = await startTcpPrinter({ widthDots: 576, timers: systemTimers });
  city = await startCity({
    config: { printer: { kind: 'escpos-tcp', host: '127.0.0.1', port: thermal.port, paper: '80mm' } },
  });
});

afterEach(async () => {
  await city.stop();
  await thermal.stop();
});

/** What the screen shows when the printer has done what it can. */
async function citizenHandsIn(): Promise<View> {
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await city.kiosk.drain();
  const shown = () => city.events.findLast(({ name }) => name === 'view')?.payload ?? receipt;
  await until(() => !/"state":"(queued|sending)"/.test(JSON.stringify(shown())));
  return shown() as View;
}

it('prints the receipt and says that it went to the printer, not that it is there', async () => {
  expect(await citizenHandsIn()).toMatchObject({
    screen: 'receipt',
    print: { state: 'sent-to-printer', copy: 1 },
  });
  expect(thermal.tray).toHaveLength(1);
  expect(thermal.tray[0]?.bits.some((byte) => byte !== 0)).toBe(true);
});

it('says that paper is missing, with number and square on the screen, and lets the next citizen begin at once', async () => {
  thermal.runOutOfPaper();
  const view = await citizenHandsIn();
  expect(view).toMatchObject({ screen: 'receipt', print: { state: 'needs-paper', canReprint: true } });
  expect(view.screen === 'receipt' && view.number).toMatch(/^\d{6}-K\d+-/);
  expect(view.screen === 'receipt' && view.qr.length).toBeGreaterThan(60);
  await ask(city.send, 'leave', null);
  const next = await ask(city.send, 'beginApplication', { procedure: procedure.id });
  expect(next.screen).toBe('questions');
});

it('says that the printer cannot be used while its cover is open', async () => {
  thermal.openCover();
  expect(await citizenHandsIn()).toMatchObject({ print: { state: 'failed' } });
});

it('writes larger on paper for whoever read the screen in large type', async () => {
  await citizenHandsIn();
  await ask(city.send, 'leave', null);
  await ask(city.send, 'arrange', { locale: 'zh-CN', size: 4, contrast: 'off' });
  await citizenHandsIn();
  const [ordinary, large] = thermal.tray.map(({ heightDots }) => heightDots);
  expect(large).toBeGreaterThan((ordinary ?? 0) * 1.15);
});
