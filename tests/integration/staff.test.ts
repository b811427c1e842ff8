// Staff at a kiosk: signing in without a network, cases of their own, the citizen's word at the end of each.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { In, Name, Out, Reply } from '../../domain/contract/kiosk-api.ts';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { DEFAULT_CONFIG } from '../../main/config.ts';
import { databaseFile } from '../../main/store/store.ts';
import { removeStaff } from '../../platform/staff/accounts.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import {
  CHEAP,
  employ,
  gu,
  openDoor,
  shows,
  signIn,
  tian,
  withPlatformStore,
  zhou,
} from '../builders/staff.ts';
import type { Colleague } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { paperPrinter } from '../fakes/paper-printer.ts';
import { ask, confirm, fillIn, nextPress } from '../fill-in.ts';
import { llc } from '../llc.ts';

let city: City;
let time: ManualTime;
let clerk: Colleague;
let other: Colleague;
let it_: Colleague;

const { procedure } = await llc();

beforeEach(async () => {
  time = manualTime(new Date());
  city = await startCity({ clock: time.clock, timers: time.timers, printer: paperPrinter() });
  [clerk, other, it_] = (await withPlatformStore(join(city.folder, 'platform'), (store) =>
    employ(store, [zhou, tian, gu]),
  )) as [Colleague, Colleague, Colleague];
  await city.kiosk.drain();
});
afterEach(() => city.stop());

const send = <N extends Name>(name: N, input: In<N>) => ask(city.send, name, input) as Promise<Out<N>>;

/** What was refused, by its code. */
async function refusal<N extends Name>(name: N, input: In<N>): Promise<string | null> {
  const reply: Reply = await city.send(name, input);
  return reply.ok ? null : reply.error.code;
}

async function atDesk(): Promise<ViewOf<'staff-desk'>> {
  return shows(await signIn(city.send, clerk), 'staff-desk');
}

async function begun(): Promise<View> {
  const { page } = await atDesk();
  return send('beginAttended', { page, procedure: procedure.id });
}

/** Goes on as far as somebody who types these answers comes by themselves. */
async function filled(view: View, until: (view: View) => boolean): Promise<View> {
  let shown = view;
  for (let presses = 0; !until(shown); presses += 1) {
    if (presses > 500) throw new Error(`stuck on ${shown.screen}`);
    shown = await nextPress(city.send, shown, llcAnswers(), procedure);
  }
  return shown;
}

async function journal(): Promise<{ kind: string; body: Record<string, unknown> }[]> {
  const db = openSqlite(databaseFile(join(city.folder, 'kiosk')));
  const rows = await db<{ kind: string; body: string }>('journal').orderBy('position');
  await db.destroy();
  return rows.map(({ kind, body }) => ({ kind, body: JSON.parse(body) as Record<string, unknown> }));
}

async function restarted(): Promise<void> {
  await city.restartKiosk();
}

describe('signing in', () => {
  it('works without a network, once the list was here', async () => {
    city.network.become('down');
    await restarted();
    expect((await atDesk()).desk).toMatchObject({
      mode: 'desk',
      staff: { number: clerk.number, name: clerk.name },
    });
  });

  it('gives a wrong number and a wrong PIN the same answer', async () => {
    const wrongPin = shows(await signIn(city.send, { number: clerk.number, pin: '111222' }), 'staff-door');
    const noNumber = shows(
      await send('signIn', { page: wrongPin.page, number: '9999', pin: '480271' }),
      'staff-door',
    );
    expect(noNumber.problem).toEqual(wrongPin.problem);
    expect(wrongPin.problem).not.toBeNull();
  });

  it('locks a number after five wrong tries, and a restart and a clock set back do not open it', async () => {
    let view = await openDoor(city.send);
    const attempt = async (pin: string) => {
      const next = await send('signIn', { page: view.page, number: clerk.number, pin });
      if (next.screen === 'staff-door') view = next;
      return next;
    };
    for (const pin of ['111222', '111223', '111224', '111225', '111226']) await attempt(pin);
    expect((await attempt(clerk.pin)).screen).toBe('staff-door');
    time.setWallClock(new Date(time.clock.now().getTime() - 24 * 3600_000));
    await restarted();
    view = await openDoor(city.send);
    expect((await attempt(clerk.pin)).screen).toBe('staff-door');
    time.pass(14 * 60_000);
    view = await openDoor(city.send);
    expect((await attempt(clerk.pin)).screen).toBe('staff-door');
    time.pass(60_000);
    view = await openDoor(city.send);
    expect((await attempt(clerk.pin)).screen).toBe('staff-desk');
    // The others were never locked.
    const kinds = (await journal()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'staff-pin-wrong')).toHaveLength(5);
    expect(kinds).toContain('staff-locked-out');
  });

  it('is for staff of the division: others are not on the list', async () => {
    const [stranger] = await withPlatformStore(join(city.folder, 'platform'), (store) =>
      employ(store, [{ name: '石文静', role: 'clerk', pin: '830517' }], { division: '520102' }),
    );
    await city.kiosk.drain();
    if (stranger === undefined) throw new Error('nobody');
    expect((await signIn(city.send, stranger)).screen).toBe('staff-door');
  });

  it('shows a citizen alone nothing of staff, before and after', async () => {
    const before = await send('begin', null);
    expect(before).not.toHaveProperty('desk');
    const desk = await send('openStaffDoor', null);
    expect(desk).not.toHaveProperty('desk');
    const back = await send('closeStaffDoor', { page: (desk as ViewOf<'staff-door'>).page });
    expect(back).not.toHaveProperty('desk');
  });
});

describe('the account', () => {
  it('that ended stops the next press, and what was filled in is kept for another', async () => {
    const view = await begun();
    const next = await filled(view, (shown) => shown.screen === 'questions' && shown.page !== view.page);
    await withPlatformStore(join(city.folder, 'platform'), (store) =>
      removeStaff({ store, clock: time.clock, pinCost: CHEAP }, clerk.number),
    );
    await city.kiosk.drain();
    const out = await send('answerPage', { page: next.page, answers: {} });
    expect(out).toMatchObject({ screen: 'staff-door', number: clerk.number });
    expect(JSON.stringify(out)).not.toContain(yang.name);
    expect(city.events.at(-1)).toMatchObject({ name: 'view', payload: { screen: 'staff-door' } });
    const desk = shows(
      await send('signIn', {
        page: (out as ViewOf<'staff-door'>).page,
        number: other.number,
        pin: other.pin,
      }),
      'staff-desk',
    );
    expect(desk.desk).toMatchObject({ items: [{ draft: expect.any(String) as string, mark: 'open' }] });
  });

  it('locks by itself, and a locked screen stops the next press', async () => {
    const view = await begun();
    time.pass(DEFAULT_CONFIG.staff.lockAfterMinutes * 60_000);
    const now = await send('answerPage', { page: view.page, answers: {} });
    expect(now).toMatchObject({ screen: 'staff-locked', staff: { number: clerk.number } });
    expect(await refusal('beginAttended', { page: now.page, procedure: procedure.id })).toBe('staff-only');
    const wrong = shows(
      await send('signIn', { page: now.page, number: clerk.number, pin: '111222' }),
      'staff-locked',
    );
    expect(wrong.problem).not.toBeNull();
    const open = await send('signIn', { page: wrong.page, number: clerk.number, pin: clerk.pin });
    expect(open.screen).toBe(view.screen);
  });

  it('is nobody else’s behind its lock', async () => {
    const { page } = await atDesk();
    const locked = shows(await send('lockScreen', { page }), 'staff-locked');
    const still = await send('signIn', { page: locked.page, number: other.number, pin: other.pin });
    expect(still.screen).toBe('staff-locked');
  });

  it('stays when the screen begins anew, behind its lock', async () => {
    await begun();
    expect((await send('look', null)).screen).toBe('staff-locked');
  });
});

describe('a case at the counter', () => {
  it('is handed over to the citizen, who alone confirms it, and both stand in it', async () => {
    const view = await begun();
    const check = await filled(view, ({ screen }) => screen === 'check');
    expect(check).toMatchObject({ desk: { mode: 'desk', isFaceCompared: false } });
    const compared = await send('compareFace', { page: check.page, isCompared: true });
    expect(compared).toMatchObject({ desk: { isFaceCompared: true } });
    // Going on from the check page is handing over: staff never see the declaration.
    const review = await send('answerPage', { page: compared.page, answers: {} });
    expect(review).toMatchObject({ screen: 'check', desk: { mode: 'review' } });
    expect(JSON.stringify(review)).not.toContain('"items"');
    expect(await refusal('openDesk', { page: review.page })).toBe('staff-only');
    const declaration = shows(await send('answerPage', { page: review.page, answers: {} }), 'confirm');
    await confirm(city.send, declaration);
    const locked = shows(await send('returnToStaff', { page: (await shown()).page }), 'staff-locked');
    const desk = shows(
      await send('signIn', { page: locked.page, number: clerk.number, pin: clerk.pin }),
      'staff-desk',
    );
    await city.kiosk.drain();
    expect(desk.desk).toMatchObject({ items: [{ draft: null, sequence: 1 }] });
    const [held] = await heldBy(join(city.folder, 'platform'));
    expect(held?.application).toMatchObject({
      identity: { method: 'clerk' },
      attended: { staff: clerk.number, name: clerk.name },
      answers: llcAnswers(),
    });
    expect(held?.application.attended?.entered).toContain('/company/name');
    const db = openSqlite(databaseFile(join(city.folder, 'kiosk')));
    expect(await db('drafts')).toEqual([]);
    await db.destroy();
  });

  it('names no citizen in the journal', async () => {
    await filled(await begun(), ({ screen }) => screen === 'check');
    const written = JSON.stringify(await journal());
    for (const secret of Object.values(llcAnswers().applicant as unknown as Record<string, string>))
      expect(written).not.toContain(secret);
  });

  it('is one of several, and each comes back where it was left', async () => {
    const first = await filled(await begun(), (view) => view.screen === 'list');
    let desk = shows(await send('openDesk', { page: first.page }), 'staff-desk');
    const second = await send('beginAttended', { page: desk.page, procedure: procedure.id });
    const items = second.desk?.mode === 'desk' ? second.desk.items : [];
    expect(items.map(({ mark }) => mark).toSorted()).toEqual(['here', 'open']);
    const draft = items.find(({ mark }) => mark === 'open')?.draft ?? '';
    const back = await send('openCase', { page: second.page, draft });
    expect({ ...back, page: '', revision: 0, desk: null }).toEqual({
      ...first,
      page: '',
      revision: 0,
      desk: null,
    });
    desk = shows(await send('openDesk', { page: back.page }), 'staff-desk');
    const gone = shows(await send('discardCase', { page: desk.page, draft }), 'staff-desk');
    expect(gone.desk?.mode === 'desk' && gone.desk.items).toHaveLength(1);
  });

  it('says by whom each answer was typed, when the citizen changes some', async () => {
    const check = await filled(await begun(), ({ screen }) => screen === 'check');
    const review = shows(await send('handOver', { page: check.page }), 'check');
    const mobile = procedure.identity.mobile;
    expect(review.desk?.byStaff).toContain(mobile);
    const page = shows(await send('changeAnswer', { page: review.page, at: mobile }), 'questions');
    const answers = Object.fromEntries(page.questions.map(({ at, value }) => [at, value]));
    const changed = await send('answerPage', {
      page: page.page,
      answers: { ...answers, [mobile]: '13985012345' },
    });
    expect(changed.desk?.byStaff).not.toContain(mobile);
    expect(changed.desk?.byStaff).toContain('/company/name');
  });

  it('is printed again by staff as often as it is asked', async () => {
    await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
    await send('leave', null);
    let desk = await atDesk();
    for (let copies = 0; copies < DEFAULT_CONFIG.reprints + 2; copies += 1) {
      desk = shows(await send('reprintReceipt', { page: desk.page, sequence: 1 }), 'staff-desk');
      await city.kiosk.drain();
    }
    const again = (await journal()).filter(({ kind }) => kind === 'reprinted');
    expect(again).toHaveLength(DEFAULT_CONFIG.reprints + 2);
    expect(again[0]?.body).toEqual({ staff: clerk.number, sequence: 1 });
  });
});

describe('a citizen’s own session', () => {
  async function citizenAt(until: (view: View) => boolean): Promise<View> {
    return filled(await send('beginApplication', { procedure: procedure.id }), until);
  }

  it('is taken over and given back, with who entered what', async () => {
    const citizen = await citizenAt(({ screen }) => screen === 'list');
    const helping = await signIn(city.send, clerk);
    expect(helping).toMatchObject({
      screen: 'list',
      desk: { mode: 'helping', staff: { name: clerk.name }, byStaff: [] },
    });
    expect(JSON.stringify(helping)).not.toContain('"items":[{"draft"');
    const further = await filled(helping, ({ screen }) => screen === 'check');
    expect(further.desk?.byStaff).not.toContain(procedure.identity.mobile);
    expect(further.desk?.byStaff.some((at) => at.startsWith('/shareholders/'))).toBe(true);
    const back = await send('giveBack', { page: further.page });
    expect(back).not.toHaveProperty('desk');
    const declaration = shows(await send('answerPage', { page: back.page, answers: {} }), 'confirm');
    await confirm(city.send, declaration);
    await city.kiosk.drain();
    const [held] = await heldBy(join(city.folder, 'platform'));
    expect(held?.application.attended).toMatchObject({ staff: clerk.number });
    expect(held?.application.attended?.entered).not.toContain(procedure.identity.mobile);
    expect(citizen.screen).toBe('list');
    const kinds = (await journal()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('taken') || kind.startsWith('given'))).toEqual([
      'taken-over',
      'given-back',
    ]);
    // A public session stays in memory alone.
    const db = openSqlite(databaseFile(join(city.folder, 'kiosk')));
    expect(await db('drafts')).toEqual([]);
    await db.destroy();
  });

  it('comes back as it was when staff only look at the machine', async () => {
    const citizen = await citizenAt(({ screen }) => screen === 'list');
    const machine = shows(await signIn(city.send, it_), 'staff-machine');
    expect(machine.isOverCitizen).toBe(true);
    const back = await send('signOut', { page: machine.page, then: 'back' });
    expect({ ...back, page: '', revision: 0 }).toEqual({ ...citizen, page: '', revision: 0 });
  });

  it('ends when staff end it', async () => {
    await citizenAt(({ screen }) => screen === 'list');
    const machine = shows(await signIn(city.send, it_), 'staff-machine');
    const over = await send('signOut', { page: machine.page, then: 'end' });
    expect(over.screen).toBe('welcome');
    expect(city.events.at(-1)).toEqual({ name: 'ended', payload: null });
  });

  it('is given back when the clerk forgets it, and is never kept behind a lock', async () => {
    await citizenAt(({ screen }) => screen === 'list');
    const helping = await signIn(city.send, clerk);
    const back = await send('lockScreen', { page: helping.page });
    expect(back.screen).toBe('list');
    expect(back).not.toHaveProperty('desk');
  });
});

describe('the machine', () => {
  it('is looked over by IT, who print a test sheet', async () => {
    const machine = shows(await signIn(city.send, it_), 'staff-machine');
    expect(machine.findings.filter(({ isWell }) => !isWell)).toEqual([]);
    expect(machine.queue).toEqual({ last: 0, held: 0, waiting: 0 });
    const tested = shows(await send('testPrint', { page: machine.page }), 'staff-machine');
    expect(tested.tested).toMatchObject({ isWell: true });
    city.network.become('down');
    const again = shows(await send('checkMachine', { page: tested.page }), 'staff-machine');
    const ill = again.findings.find(({ isWell }) => !isWell);
    expect(ill).toMatchObject({ id: 'platform', todo: expect.anything() as object });
  });
});

async function shown(): Promise<View> {
  return ask(city.send, 'arrange', {});
}
