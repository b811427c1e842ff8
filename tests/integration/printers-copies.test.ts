// A citizen hands in an application at a kiosk with an A4 printer and takes all of it home on paper.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import type { KioskConfig } from '../../main/config.ts';
import { rare } from '../builders/people.ts';
import { employ, signIn, withPlatformStore, zhou } from '../builders/staff.ts';
import { rareNameAnswers } from '../builders/llc-application.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { startIppDesk, type IppDesk } from '../fakes/ipp-desk.ts';
import { fontsIn, readPdf } from '../fakes/pdf-reader.ts';
import { readPwgRaster } from '../fakes/pwg-raster-reader.ts';
import { startRealIppPrinter, type RealIppOptions, type RealIppPrinter } from '../fakes/real-ipp-printer.ts';
import { SIGNATURE } from '../builders/finished.ts';
import { ask, confirm, fillIn, nextPress } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { until } from '../until.ts';

const { procedure } = await llc();

let city: City;
let desk: IppDesk | null = null;
let real: RealIppPrinter | null = null;

afterEach(async () => {
  await city.stop();
  await desk?.stop();
  await real?.stop();
  [desk, real] = [null, null];
});

async function cityWith(config: Partial<KioskConfig>, options: CityOptions = {}): Promise<void> {
  city = await startCity({ config: { printer: { kind: 'none' }, ...config }, ...options });
}

async function atDesk(config: Partial<KioskConfig> = {}): Promise<IppDesk> {
  desk = await startIppDesk();
  await cityWith({ copyPrinter: { kind: 'ipp', url: desk.url }, ...config });
  return desk;
}

async function atRealPrinter(options: RealIppOptions): Promise<RealIppPrinter> {
  real = await startRealIppPrinter(options);
  await cityWith({ copyPrinter: { kind: 'ipp', url: real.url } });
  return real;
}

async function citizenHandsIn(): Promise<ViewOf<'receipt'>> {
  const { page } = await fillIn(city.send, procedure, rareNameAnswers());
  return receipt(await ask(city.send, 'submit', { page, typedName: '', strokes: SIGNATURE }));
}

function receipt(view: View): ViewOf<'receipt'> {
  if (view.screen !== 'receipt') throw new Error(`there is no receipt: ${view.screen}`);
  return view;
}

/** What the screen shows when the printer has done what it can. */
async function settled(shown: View): Promise<ViewOf<'receipt'>> {
  await city.kiosk.drain();
  const now = () => (city.events.findLast(({ name }) => name === 'view')?.payload ?? shown) as View;
  await until(() => {
    const view = now();
    return view.screen === 'receipt' && !['queued', 'sending'].includes(view.fullCopy?.print?.state ?? '');
  });
  return receipt(now());
}

async function presses(page: string): Promise<ViewOf<'receipt'>> {
  return settled(await ask(city.send, 'printFullCopy', { page }));
}

/** The rare names, which stand in nothing else on this machine. */
const NAMES = [rare.yang.name, rare.luo.name, rare.wei.name, rare.long.name];

it('prints all that was handed in on a real IPP printer, as a PDF with its fonts in it', async () => {
  const printer = await atRealPrinter({ formats: ['application/pdf'] });
  const handedIn = await citizenHandsIn();
  expect(handedIn.fullCopy).toEqual({ print: null });
  const view = await presses(handedIn.page);
  expect(view.fullCopy?.print).toEqual({ state: 'sent-to-printer', copy: 1, canReprint: true });
  const [spooled, ...more] = printer.spooled();
  expect(more).toEqual([]);
  const bytes = spooled?.bytes ?? Buffer.alloc(0);
  expect(fontsIn(bytes)).toMatchObject({ embedded: 2 });
  const { pages, title } = await readPdf(bytes);
  expect(title).toBe(`申请表全文 ${view.number}（第 1 份）`);
  expect(
    pages.map(({ widthPoints, heightPoints }) => [Math.round(widthPoints), Math.round(heightPoints)]),
  ).toEqual(pages.map(() => [595, 842]));
  const words = pages.map((page) => page.words).join('\n');
  for (const said of [...NAMES, '股东 2', '60.00 万元', view.number, '申请人签名', '声明'])
    expect(words).toContain(said);
  for (const person of Object.values(rare)) {
    expect(words).not.toContain(person.residentId);
    expect(words).not.toContain(person.mobile);
  }
});

it('prints it in pictures on a printer that reads no PDF', async () => {
  const printer = await atRealPrinter({ formats: ['image/pwg-raster'] });
  const view = await presses((await citizenHandsIn()).page);
  expect(view.fullCopy?.print?.state).toBe('sent-to-printer');
  const pages = readPwgRaster(printer.spooled()[0]?.bytes ?? Buffer.alloc(0));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect([page.widthDots, page.heightDots]).toEqual([2480, 3508]);
});

it('speaks the language of the screen at the press', async () => {
  const printer = await atDesk();
  const { page } = await citizenHandsIn();
  await ask(city.send, 'arrange', { locale: 'en' });
  await presses(page);
  const { pages } = await readPdf(printer.jobs[0]?.document ?? Buffer.alloc(0));
  const [first] = pages;
  for (const said of ['申请表全文', 'Full copy of the application', 'Shareholders and capital'])
    expect(pages.map(({ words }) => words).join('\n')).toContain(said);
  expect(first?.words).toContain('Receipt number');
});

it('tells the queue of the printer nothing personal, and keeps nothing of it on the disk', async () => {
  const printer = await atDesk();
  const { page, number } = await citizenHandsIn();
  await presses(page);
  const [job] = printer.jobs;
  expect(job?.asked['job-name']).toBe(`申请表全文 ${number}（第 1 份）`);
  expect(job?.asked['requesting-user-name']).toBe('onewindow-kiosk');
  const folder = join(city.folder, 'kiosk');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
  for (const name of NAMES) expect(kept).not.toContain(name);
});

it('prints as often as the city allows, counted, and then sends people to the staff', async () => {
  const printer = await atDesk({ reprints: 1 });
  const { page } = await citizenHandsIn();
  await presses(page);
  expect((await presses(page)).fullCopy?.print).toEqual({
    state: 'sent-to-printer',
    copy: 2,
    canReprint: false,
  });
  expect(await city.send('printFullCopy', { page })).toEqual({ ok: false, error: { code: 'copy-limit' } });
  expect(printer.jobs).toHaveLength(2);
});

it('says that paper is missing, and brings nothing out for whoever comes next', async () => {
  const printer = await atDesk();
  printer.say('media-empty-error');
  const { page } = await citizenHandsIn();
  expect((await presses(page)).fullCopy?.print).toEqual({ state: 'needs-paper', copy: 1, canReprint: true });
  await ask(city.send, 'leave', null);
  printer.say('none', 'idle');
  await city.kiosk.drain();
  const handedIn = await citizenHandsIn();
  expect(handedIn.fullCopy).toEqual({ print: null });
  await presses(handedIn.page);
  expect(printer.jobs).toHaveLength(1);
});

it('says that the printer cannot be used when it is off', async () => {
  const printer = await atDesk();
  const { page } = await citizenHandsIn();
  await printer.stop();
  desk = null;
  expect((await presses(page)).fullCopy?.print?.state).toBe('failed');
});

it('takes two quick presses for one, and no press on a page that has moved on', async () => {
  const printer = await atDesk();
  printer.hold();
  const { page } = await citizenHandsIn();
  await ask(city.send, 'printFullCopy', { page });
  await until(() => printer.jobs.length === 1);
  await ask(city.send, 'printFullCopy', { page });
  printer.finish('completed');
  await city.kiosk.drain();
  await ask(city.send, 'leave', null);
  const shown = await ask(city.send, 'printFullCopy', { page });
  expect(shown.screen).toBe('welcome');
  expect(printer.jobs).toHaveLength(1);
});

it('prints for whoever was helped at the counter, and says who helped', async () => {
  const printer = await atDesk();
  const [clerk] = await withPlatformStore(join(city.folder, 'platform'), (store) => employ(store, [zhou]));
  await city.kiosk.drain();
  if (clerk === undefined) throw new Error('nobody');
  let view: View = await signIn(city.send, clerk);
  view = await ask(city.send, 'beginAttended', { page: view.page, procedure: procedure.id });
  while (view.screen !== 'confirm') view = await nextPress(city.send, view, rareNameAnswers(), procedure);
  const handedIn = receipt(await confirm(city.send, view));
  expect((await presses(handedIn.page)).fullCopy?.print?.state).toBe('sent-to-printer');
  const { pages } = await readPdf(printer.jobs[0]?.document ?? Buffer.alloc(0));
  const words = pages.map((page) => page.words).join('\n');
  for (const said of ['帮办人员', clerk.name, '工作人员录入']) expect(words).toContain(said);
});

it('prints on the receipts’ own printer where that has A4, each paper whole', async () => {
  desk = await startIppDesk();
  await cityWith({ printer: { kind: 'ipp', url: desk.url, paper: 'A4' } });
  await presses((await citizenHandsIn()).page);
  const names = desk.jobs.map(({ asked }) => String(asked['job-name']).split(' ')[0]);
  expect(names).toEqual(['收件凭证', '申请表全文']);
});

it.each([
  ['no printer', { printer: { kind: 'none' } }],
  ['a roll', { printer: { kind: 'file', folder: 'receipts', paper: '80mm' } }],
  [
    'a folder, onto which no application is put',
    { printer: { kind: 'file', folder: 'receipts', paper: 'A4' } },
  ],
] as [string, Partial<KioskConfig>][])('offers no copy at a kiosk with %s', async (_, config) => {
  await cityWith(config);
  const view = await citizenHandsIn();
  expect(view.fullCopy).toBeNull();
  expect(receipt(await ask(city.send, 'printFullCopy', { page: view.page })).fullCopy).toBeNull();
});
