// Time is up, the card is taken away or the window is lost while an application is being handed in: there is exactly one
// receipt, or nothing was handed in. Never both, never neither, and nobody else comes to see it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { systemTimers, type Timers } from '../../lib/clock.ts';
import { DEFAULT_CONFIG } from '../../main/config.ts';
import { yangsCard } from '../builders/cards.ts';
import { jpeg } from '../builders/files.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { libraryCard, readerAnswers, writeProcedures } from '../builders/library-card.ts';
import { yang } from '../builders/people.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { ask, fillIn, nextPress } from '../fill-in.ts';
import { on, photographAll } from '../hand-in-documents.ts';
import { until } from '../until.ts';

const { warnAfterSeconds, clearAfterSeconds } = DEFAULT_CONFIG.idle;
const UNTIL_GONE_MS = (warnAfterSeconds + clearAfterSeconds) * 1000;
const CARD_TAKEN_MS = 20_000;

let time: ManualTime;
let city: City;
let folder: string;

/** What people are waited for passes by command; what devices are waited for passes by itself. */
const timers: Timers = {
  after: (ms, run) => (ms >= 15_000 ? time.timers : systemTimers).after(ms, run),
};

async function open(matters: Procedure[], config: CityOptions['config'] = {}): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-time-up-'));
  time = manualTime(new Date());
  const procedures = writeProcedures(folder, ...matters);
  city = await startCity({ clock: time.clock, timers, printer: null, procedures, config });
}
afterEach(async () => {
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

function submit({ page, applicant }: ViewOf<'confirm'>): Promise<View> {
  return ask(city.send, 'submit', { page, typedName: applicant });
}

/** Cases at the platform, once everything this machine holds was sent. */
async function cases(): Promise<number> {
  await city.kiosk.drain();
  return (await city.platform.caseNumbers()).length;
}

/** What somebody finds who comes to the screen now. */
async function found(): Promise<View['screen']> {
  const view = await ask(city.send, 'look', null);
  return (view.screen === 'still-there' ? await ask(city.send, 'stillHere', null) : view).screen;
}

const ended = () => city.events.filter(({ name }) => name === 'ended').length;

/** So many turns of this process, in which a submission gets on. */
async function turnsPass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}

/** From before anything was written to after all of it. */
const TURNS = [0, 1, 2, 3, 5, 8, 13, 21];

describe('time is up', () => {
  beforeEach(() => open([libraryCard, tenancy]));
  const toConfirm = () => fillIn(city.send, libraryCard, readerAnswers());

  it('in the middle of a submission: one receipt, and its owner sees it', async () => {
    for (const [before, turns] of TURNS.entries()) {
      const page = await toConfirm();
      city.events.length = 0;
      const submitting = submit(page);
      await turnsPass(turns);
      time.pass(UNTIL_GONE_MS);
      const shown = await submitting;
      // Whoever hears that it ended throws the window away: a receipt after that would be the next person's to read.
      expect([turns, ended(), shown.screen, await found()]).toEqual([turns, 0, 'receipt', 'receipt']);
      expect(await cases()).toBe(before + 1);
      // From then on the clock runs as on every page.
      time.pass(UNTIL_GONE_MS);
      expect([ended(), await found(), await cases()]).toEqual([1, 'welcome', before + 1]);
    }
  });

  it('before the press: nothing is handed in, and the press finds the first page', async () => {
    const page = await toConfirm();
    time.pass(UNTIL_GONE_MS);
    expect([(await submit(page)).screen, await cases()]).toEqual(['welcome', 0]);
  });

  it('in the middle of one that cannot be saved: the draft is as it was, and the next press hands it in', async () => {
    const page = await toConfirmWithPaper();
    const vault = join(city.folder, 'kiosk', 'documents');
    const [name = ''] = readdirSync(vault);
    const bytes = readFileSync(join(vault, name));
    writeFileSync(join(vault, name), 'damaged');
    const submitting = submit(page);
    await turnsPass(1);
    time.pass(UNTIL_GONE_MS);
    const refused = on(await submitting, 'confirm');
    expect([ended(), refused.page, refused.refused?.['zh-CN'], await cases()]).toEqual([
      0,
      page.page,
      '申请没有存上，还没有收下。请再按一次，或找工作人员。',
      0,
    ]);
    writeFileSync(join(vault, name), bytes);
    expect([(await submit(refused)).screen, await cases()]).toEqual(['receipt', 1]);
  });

  it('in the middle of any press that waits: what was cleared does not come back', async () => {
    const page = await toConfirm();
    const leaving = ask(city.send, 'leave', null);
    const late = submit(page);
    time.pass(UNTIL_GONE_MS);
    expect([(await leaving).screen, (await late).screen, await cases()]).toEqual(['welcome', 'welcome', 0]);
  });
});

/** With a document that lies on this machine's disk. */
async function toConfirmWithPaper(): Promise<ViewOf<'confirm'>> {
  let view: View = await ask(city.send, 'beginApplication', { procedure: tenancy.id });
  while (view.screen !== 'documents') view = await nextPress(city.send, view, tenantAnswers(), tenancy);
  const handed = await photographAll(city.send, view, 'landlord-consent', [await jpeg()]);
  const check = on(await ask(city.send, 'answerPage', { page: handed.page, answers: {} }), 'check');
  return on(await ask(city.send, 'answerPage', { page: check.page, answers: {} }), 'confirm');
}

describe('the window is lost', () => {
  beforeEach(() => open([libraryCard]));

  it('in the middle of a submission: one receipt, behind the question who is there', async () => {
    const page = await fillIn(city.send, libraryCard, readerAnswers());
    const submitting = submit(page);
    await turnsPass(1);
    city.kiosk.windowLost('page-crashed');
    await submitting;
    const view = await ask(city.send, 'look', null);
    expect([view.screen, await found(), await cases()]).toEqual(['still-there', 'receipt', 1]);
  });
});

describe('the card is taken away', () => {
  beforeEach(() => open([lendingCard], { cardReader: SIMULATED }));

  async function toConfirm(): Promise<ViewOf<'confirm'>> {
    const step = await ask(city.send, 'beginApplication', { procedure: lendingCard.id });
    await ask(city.send, 'readIdentity', { page: step.page, consent: false });
    await layCard(city, yangsCard);
    const shown = () => city.events.findLast(({ name }) => name === 'view')?.payload as View | undefined;
    await until(() => shown()?.screen === 'questions');
    let view = shown() ?? step;
    const { name, residentId, mobile } = yang;
    const answers = {
      '/reader/name': name,
      '/reader/residentId': residentId,
      '/reader/mobile': mobile,
      '/delivery': 'counter',
    };
    for (let pages = 0; view.screen !== 'confirm' && pages < 6; pages += 1)
      view = await ask(city.send, 'answerPage', { page: view.page, answers });
    return on(view, 'confirm');
  }

  const asks = () => city.events.some(({ name, payload }) => name === 'idle' && payload !== null);

  it('in the middle of a submission: one receipt, and the question whether its owner is still there', async () => {
    const page = await toConfirm();
    city.events.length = 0;
    const submitting = submit(page);
    await takeCard(city);
    expect((await submitting).screen).toBe('receipt');
    await until(asks);
    expect([ended(), await cases()]).toEqual([0, 1]);
    time.pass(CARD_TAKEN_MS);
    expect([ended(), await found(), await cases()]).toEqual([1, 'welcome', 1]);
  });

  it('and the time to answer is up in the middle of a submission: one receipt, and its owner sees it', async () => {
    const page = await toConfirm();
    city.events.length = 0;
    await takeCard(city);
    await until(asks);
    const submitting = submit(page);
    await turnsPass(1);
    time.pass(CARD_TAKEN_MS);
    expect([(await submitting).screen, ended(), await cases()]).toEqual(['receipt', 0, 1]);
  });
});
