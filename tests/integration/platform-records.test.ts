// What the platform lends to kiosks, to whom it says no, and what it writes down, on either database.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordRequest } from '../../domain/contract/platform-api.ts';
import { refusalText, type RefusalCode } from '../../domain/contract/refusals.ts';
import { uuidv7 } from '../../main/ids.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { luo, shi, yang } from '../builders/people.ts';
import { openDesk } from '../platform-desk.ts';
import { startPostgres, type Postgres } from '../postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const number = String(yang.residentId);

function asked(change: Partial<RecordRequest> = {}): RecordRequest {
  return {
    record: 'population',
    key: number,
    procedure: lendingCard.id,
    version: lendingCard.version,
    application: uuidv7(new Date()),
    consent: true,
    identity: { method: 'id-card', number },
    ...change,
  };
}

async function openLender(database: string | null = null, records: string | null = DEMO_RECORDS) {
  const desk = await openDesk({ database, records });
  await desk.restart([lendingCard]);
  const kiosk = await desk.newKiosk();
  const reads = async () => (await desk.events()).filter(({ kind }) => kind.startsWith('record-'));
  return { desk, kiosk, reads };
}

describe.each([
  ['SQLite', async () => null],
  ['PostgreSQL', () => postgres.newDatabase()],
])('on %s', (_engine, database) => {
  it('lends what the matter uses, and writes down who asked for what and why, not about whom', async () => {
    const { desk, kiosk, reads } = await openLender(await database());
    const request = asked();
    expect(await kiosk.client.record(request)).toEqual({
      ok: true,
      value: {
        record: 'population',
        from: { 'zh-CN': '贵阳市公安局', en: 'Guiyang Public Security Bureau' },
        on: '2026-11-20',
        fields: { mobile: yang.mobile },
      },
    });
    const [read] = await reads();
    expect(read).toMatchObject({
      kind: 'record-lent',
      kiosk: kiosk.enrolled.kiosk,
      caseId: null,
      body: {
        record: 'population',
        procedure: lendingCard.id,
        application: request.application,
        consent: true,
        identity: 'id-card',
        isFound: true,
      },
    });
    const kept = JSON.stringify(await desk.events()) + desk.logged();
    for (const secret of [number, String(yang.name), String(yang.mobile)]) expect(kept).not.toContain(secret);
    await desk.stop();
  });

  it('writes a refused read down as well', async () => {
    const { desk, kiosk, reads } = await openLender(await database());
    await kiosk.client.record(asked({ consent: false }));
    expect(await reads()).toMatchObject([
      {
        kind: 'record-refused',
        body: { because: 'record-needs-consent', identity: 'id-card', consent: false },
      },
    ]);
    await desk.stop();
  });
});

describe('refuses', () => {
  const table: [what: string, change: Partial<RecordRequest>, code: RefusalCode][] = [
    ['a record without the applicant’s consent', { consent: false }, 'record-needs-consent'],
    [
      'a personal record to somebody who typed who they are',
      { identity: { method: 'typed', number: null } },
      'record-needs-identity',
    ],
    [
      'one to whoever typed a number, too',
      { identity: { method: 'typed', number } },
      'record-needs-identity',
    ],
    ['another person’s record', { key: String(luo.residentId) }, 'record-of-another'],
    [
      'a record that the matter has no use for',
      { record: 'enterprise', key: '91520103MA6D00018H' },
      'record-not-for-this',
    ],
    ['a record for a matter that is unknown here', { procedure: 'dog-licence' }, 'record-not-for-this'],
    ['a record for a version that is unknown here', { version: '2025.1' }, 'record-not-for-this'],
    ['a type of record that nobody has', { record: 'horoscope' }, 'record-not-lent'],
  ];

  it.each(table)('%s', async (_what, change, code) => {
    const { desk, kiosk } = await openLender();
    expect(await kiosk.client.record(asked(change))).toEqual({ ok: false, error: { kind: 'refused', code } });
    expect(refusalText(code)['zh-CN']).toMatch(/。$/);
    await desk.stop();
  });

  it('everything where no department lends', async () => {
    const { desk, kiosk } = await openLender(null, null);
    expect(await kiosk.client.record(asked())).toEqual({
      ok: false,
      error: { kind: 'refused', code: 'record-not-lent' },
    });
    await desk.stop();
  });

  it('a request of another shape', async () => {
    const { desk, kiosk } = await openLender();
    const noNumber = { ...asked(), key: "1' or '1'='1" };
    expect(await kiosk.client.record(noNumber)).toEqual({
      ok: false,
      error: { kind: 'refused', code: 'invalid-input' },
    });
    await desk.stop();
  });

  it('a kiosk that goes through number after number', async () => {
    const { desk, kiosk } = await openLender();
    const answers = [];
    for (let count = 0; count < 41; count += 1) answers.push(await kiosk.client.record(asked()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { kind: 'busy' } });
    await desk.stop();
  });
});

it('lends to a clerk who compared card and face', async () => {
  const { desk, kiosk } = await openLender();
  const answer = await kiosk.client.record(asked({ identity: { method: 'clerk', number } }));
  expect(answer).toMatchObject({ ok: true, value: { fields: { mobile: yang.mobile } } });
  await desk.stop();
});

it('says that there is no record, which is no refusal', async () => {
  const { desk, kiosk } = await openLender();
  const nobody = String(shi.residentId);
  const answer = await kiosk.client.record(
    asked({ key: nobody, identity: { method: 'id-card', number: nobody } }),
  );
  expect(answer).toMatchObject({ ok: true, value: { fields: null } });
  await desk.stop();
});

it('does not open on records of another shape, and names the file and not the person', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-records-'));
  const from = { 'zh-CN': '局', en: 'Bureau' };
  const broken = { from, records: { [number]: { on: '2026-11-20', fields: { name: '杨雨禾' } } } };
  writeFileSync(join(folder, 'population.json'), JSON.stringify(broken));
  const opening = openDesk({ records: folder });
  await expect(opening).rejects.toThrow(/population\.json: \/records\/…\/fields/);
  await expect(opening).rejects.not.toThrow(number);
});
