// An answer that names a company brings what the register knows of it, before the next page is chosen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RawAnswers } from '../../domain/contract/answers.ts';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { FIRM, firmCard, OTHER_FIRM } from '../builders/lending-card.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { yang } from '../builders/people.ts';
import { startCity, type City } from '../city.ts';
import { ask } from '../fill-in.ts';

let procedures: string;
let city: City;

beforeAll(() => {
  procedures = writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-firm-')), firmCard);
});
afterAll(() => rmSync(procedures, { recursive: true, force: true }));
beforeEach(async () => {
  city = await startCity({ printer: null, records: DEMO_RECORDS, procedures });
  await city.kiosk.drain();
});
afterEach(() => city.stop());

const answer = (view: View, answers: RawAnswers) =>
  ask(city.send, 'answerPage', { page: view.page, answers });
const me = {
  '/reader/name': String(yang.name),
  '/reader/residentId': String(yang.residentId),
  '/reader/mobile': String(yang.mobile),
};

function asksIn(view: View): string[] {
  if (view.screen !== 'questions') throw new Error(`no questions but ${view.screen}`);
  return view.questions.map(({ at }) => at);
}

async function atCode(): Promise<View> {
  return answer(await ask(city.send, 'beginApplication', { procedure: firmCard.id }), me);
}

function rowsOf(view: View): Record<string, string | undefined> {
  const { sections } = view as ViewOf<'check'>;
  return Object.fromEntries(
    sections.flatMap(({ rows }) => rows.map(({ at, value }) => [at, value?.['zh-CN']] as const)),
  );
}

it('does not ask the name of a company that the register knows, and seals where it came from', async () => {
  const next = await answer(await atCode(), { '/firm/code': FIRM.code });
  expect(asksIn(next)).toEqual(['/delivery']);
  const check = await answer(next, { '/delivery': 'counter' });
  expect(rowsOf(check)['/firm/name']).toBe(FIRM.name);
  const confirm = await answer(check, {});
  await ask(city.send, 'submit', { page: confirm.page, typedName: String(yang.name) });
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application.sources).toEqual([
    { place: '/firm/name', source: 'enterprise', on: '2026-11-18' },
  ]);
  expect(held?.application.identity).toEqual({ method: 'typed' });
});

it('takes the other company’s name when the code is changed, and leaves nothing of the first', async () => {
  const next = await answer(await atCode(), { '/firm/code': FIRM.code });
  const check = await answer(next, { '/delivery': 'counter' });
  const change = await ask(city.send, 'changeAnswer', { page: check.page, at: '/firm/code' });
  const changed = await answer(change, { '/firm/code': OTHER_FIRM.code });
  expect(changed.screen).toBe('check');
  expect(rowsOf(changed)['/firm/name']).toBe(OTHER_FIRM.name);
});

it('asks for the name of a company that the register does not know', async () => {
  const stranger = await answer(await atCode(), { '/firm/code': '92520115MA6F0001X1' });
  expect(asksIn(stranger)).toEqual(['/firm/name']);
});

it('asks, and says why, when the platform is not reached', async () => {
  const code = await atCode();
  city.network.become('down');
  const next = await answer(code, { '/firm/code': FIRM.code });
  expect(asksIn(next)).toEqual(['/firm/name']);
  expect(next.notice?.['zh-CN']).toContain('没有取到');
});

it('waits for no platform that says nothing longer than a person would', async () => {
  const code = await atCode();
  city.network.become('silent');
  const next = await answer(code, { '/firm/code': FIRM.code });
  expect(asksIn(next)).toEqual(['/firm/name']);
});

it('stands still on a code that is wrong, and asks nobody about it', async () => {
  const still = await answer(await atCode(), { '/firm/code': '91520103MA6D00018J' });
  expect(still).toMatchObject({ screen: 'questions', problems: [{ at: '/firm/code' }] });
});
