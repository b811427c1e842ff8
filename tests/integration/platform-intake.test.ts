// What the platform takes in, what it refuses and why, and that it says the same when it is asked again.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Acknowledgement, REFUSED_BECAUSE, type RefusedBecause } from '../../domain/contract/platform-api.ts';
import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Application, Attended, EnvelopeHeader } from '../../domain/submission/envelope.ts';
import { systemClock } from '../../lib/clock.ts';
import { newOpeningKey } from '../../lib/envelope-crypto.ts';
import { shownHash } from '../../lib/envelope.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import { libraryCard, preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import {
  clientOf,
  readAcknowledgement,
  sealItem,
  send,
  type PlatformKiosk,
  type Wrong,
} from '../builders/platform-kiosk.ts';
import { removeStaff } from '../../platform/staff/accounts.ts';
import { employ, gu, tian, zhou, type Colleague } from '../builders/staff.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

const prepared = preparedLibraryCard();
const answers = readerAnswers();
let desk: Desk;
let kiosk: PlatformKiosk;

beforeEach(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
});
afterEach(() => desk.stop());

/** Enough ink for a name. */
const WRITTEN = [
  [
    [500, 500, 500],
    [4000, 900, 500],
  ],
];

/** Signed on the screen; the signature may stand under other answers than it was drawn under. */
function signed(strokes: number[][][], seen: JsonObject = answers) {
  return seal(1, {
    draw: ({ documents }) => ({ strokes, shown: shownHash(prepared.procedure, seen, documents) }),
  });
}

/** With a photograph that staff compared with its original. */
function compared(): { header: Partial<EnvelopeHeader>; application: Partial<Application> } {
  const head = { id: 'photo', digest: 'a'.repeat(64) };
  const rest = { mediaType: 'image/jpeg', bytes: 5, pages: 1, trust: 'B', key: 'a'.repeat(43) } as const;
  return {
    header: { documents: [head] },
    application: { documents: [{ ...head, ...rest, rule: 'photo', state: 'attached' }] },
  };
}

/** A mobile number out of the population register. */
const REGISTERED_MOBILE = { place: '/reader/mobile', source: 'population', on: '2026-11-20' };

const seal = (sequence: number, wrong: Wrong = {}, given: JsonObject = answers) =>
  sealItem(kiosk, prepared, sequence, given, wrong);

it('makes a case with its tasks and events of a submission', async () => {
  const item = seal(1);
  const [word] = await send(kiosk, item);
  expect(word).toMatchObject({ id: item.id, result: 'taken', because: null, gapFreeUpTo: 1 });
  expect(await desk.platform.caseNumbers()).toEqual([item.receiptNumber]);
  const events = (await desk.events()).filter(({ caseId }) => caseId === word?.case);
  expect(events.map(({ kind, body }) => [kind, (body as { task?: string }).task])).toEqual([
    ['case-opened', undefined],
    ['task-opened', 'card'],
    ['task-opened', 'courier'],
  ]);
  expect(await kiosk.client.caseStatus(item.receiptNumber, null)).toMatchObject({
    ok: true,
    value: {
      receiptNumber: item.receiptNumber,
      matter: libraryCard.title,
      tasks: [
        { id: 'card', state: 'waiting-for-acceptance', department: { en: 'Market Regulation Bureau' } },
        { id: 'courier', state: 'waiting-for-another' },
      ],
    },
  });
});

it('takes an application that was signed on the screen', async () => {
  expect(await send(kiosk, signed(WRITTEN))).toMatchObject([{ result: 'taken', because: null }]);
});

it('takes answers out of a record where the matter uses it and the applicant agreed, and not without', async () => {
  await desk.restart([lendingCard]);
  const moved = { ...kiosk, client: clientOf(desk.platform.url, kiosk.enrolled, kiosk.key) };
  const lent = (sequence: number, application: Partial<Application>) =>
    sealItem(moved, preparedLibraryCard(lendingCard), sequence, answers, { application });
  const sources = [REGISTERED_MOBILE];
  const words = await send(
    moved,
    lent(1, { sources }),
    lent(2, { sources, consents: ['premises'] }),
    lent(3, { sources, consents: ['population', 'premises'] }),
  );
  expect(words.map(({ result, because }) => because ?? result)).toEqual([
    'consents-wrong',
    'consents-wrong',
    'taken',
  ]);
});

describe('an application that somebody is said to have helped with', () => {
  async function wordOn(
    helper: (employed: Colleague[]) => Partial<Attended>,
  ): Promise<string | null | undefined> {
    const employed = await desk.look(async (store) => [
      ...(await employ(store, [zhou, gu])),
      ...(await employ(store, [tian], { division: '520100' })),
      ...(await employ(store, [tian], { division: '520102' })),
    ]);
    const attended = { staff: '0001', name: zhou.name, entered: ['/reader/mobile'], ...helper(employed) };
    const { header, application } = compared();
    const identity = { method: 'clerk' as const };
    const item = seal(1, { header, application: { ...application, identity, attended } });
    const [word] = await send(kiosk, item);
    return word?.because ?? word?.result;
  }
  const named = (one: Colleague | undefined) => ({ staff: one?.number ?? '', name: one?.name ?? '' });

  it.each([
    ['a clerk of this division', ([own]: Colleague[]) => named(own)],
    ['a clerk of the whole city', ([, , ofCity]: Colleague[]) => named(ofCity)],
  ])('is taken from %s', async (_who, helper) => {
    expect(await wordOn(helper)).toBe('taken');
  });

  it.each([
    ['staff there are not', () => ({ staff: '0099' })],
    ['a clerk under another name', () => ({ name: '田小满' })],
    ['a clerk of another district', ([, , , other]: Colleague[]) => named(other)],
    ['staff who look after machines', ([, it]: Colleague[]) => named(it)],
    ['a clerk who typed what nobody asks', () => ({ entered: ['/vip'] })],
  ])('is refused from %s', async (_who, helper) => {
    expect(await wordOn(helper)).toBe('attended-wrong');
  });

  it('is taken from a clerk whose account is gone: the kiosk may have been offline', async () => {
    const [own] = await desk.look((store) => employ(store, [zhou]));
    await desk.look((store) => removeStaff({ store, clock: systemClock }, own?.number ?? ''));
    const attended = { ...named(own), entered: [] };
    expect(await send(kiosk, seal(1, { application: { attended } }))).toMatchObject([{ result: 'taken' }]);
  });
});

describe('refuses an item, says why, and keeps a trace without anything of the citizen:', () => {
  const stranger = newSigningKey();
  const otherId = '01933f5e-7c1a-7000-8000-0123456789ab';
  const without = (place: string) => withAnswer(answers, place, undefined);
  const changed = (place: string, value: string) => withAnswer(answers, place, value);

  const table: [string, RefusedBecause, () => object][] = [
    ['no object at all', 'malformed', () => 7 as unknown as object],
    ['an envelope that is none', 'malformed', () => ({ ...seal(1), envelope: 'AAAA' })],
    ['a header with another id than the item', 'malformed', () => ({ ...seal(1), id: otherId })],
    ['a key more than there should be', 'malformed', () => ({ ...seal(1), note: 'x' })],
    ['somebody else’s signature', 'signature-wrong', () => seal(1, { key: stranger })],
    ['another kiosk in the header', 'not-this-kiosk', () => seal(1, { header: { kiosk: otherId } })],
    ['sealed to another key', 'unreadable', () => seal(1, { sealedTo: newOpeningKey().publicKey })],
    ['said to be sealed to another key', 'unreadable', () => seal(1, { header: { sealedTo: 'OTHER' } })],
    ['sealed in another way', 'unreadable', () => seal(1, { header: { suite: 'rot13' } })],
    ['another application inside', 'unreadable', () => seal(1, { application: { id: otherId } })],
    [
      'a document that is nowhere named inside',
      'unreadable',
      () => seal(1, { header: { documents: [{ id: 'photo', digest: 'a'.repeat(64) }] } }),
    ],
    [
      'a procedure there is not',
      'unknown-procedure',
      () => seal(1, { header: { procedure: 'dog-licence' } }),
    ],
    ['a version there is not', 'unknown-procedure', () => seal(1, { header: { version: '2099.1' } })],
    ['the number of another sequence', 'receipt-number-wrong', () => seal(1, { header: { sequence: 2 } })],
    [
      'a number that is none',
      'receipt-number-wrong',
      () => seal(1, { header: { receiptNumber: '520103-K001-1-0001-?' } }),
    ],
    [
      'a declaration of other words',
      'declaration-wrong',
      () => {
        const declaration = { version: '2026.1', hash: 'b'.repeat(64), name: '杨雨禾' };
        return seal(1, { application: { declaration } });
      },
    ],
    [
      'a declaration by somebody else',
      'declaration-wrong',
      () => seal(1, { application: { answers: changed('/reader/name', '罗清源') } }),
    ],
    ['a signature that is a dot', 'declaration-wrong', () => signed([[[1, 1, 500]]])],
    [
      'a signature from under other answers',
      'declaration-wrong',
      () => signed(WRITTEN, changed('/reader/mobile', '13900139000')),
    ],
    ['an answer missing', 'answers-invalid', () => seal(1, {}, without('/reader/mobile'))],
    [
      'an answer to a question not asked',
      'answers-invalid',
      () => seal(1, {}, changed('/delivery', 'counter')),
    ],
    ['an answer that fails its check', 'answers-invalid', () => seal(1, {}, wrongId())],
    ['an answer of another type', 'answers-invalid', () => seal(1, {}, { ...answers, delivery: [1] })],
    [
      'an answer not in the agreed form',
      'answers-invalid',
      () => seal(1, {}, changed('/address', ' 蔡家街 ')),
    ],
    ['an answer nobody asks', 'answers-invalid', () => seal(1, {}, { ...answers, vip: true })],
    ['a document left out', 'answers-invalid', () => seal(1, { application: { documents: [] } })],
    [
      'a document that need not follow',
      'answers-invalid',
      () => {
        const documents = [{ id: 'photo', rule: 'photo', state: 'to-follow' as const, dueOn: null }];
        return seal(1, { application: { documents } });
      },
    ],
    [
      'an answer out of a record that this matter does not use',
      'sources-wrong',
      () => seal(1, { application: { sources: [REGISTERED_MOBILE], consents: ['population'] } }),
    ],
    [
      'a consent to what is not asked',
      'consents-wrong',
      () => seal(1, { application: { consents: ['population'] } }),
    ],
    [
      'a comparison of card and face by nobody',
      'attended-wrong',
      () => seal(1, { application: { identity: { method: 'clerk' } } }),
    ],
    ['an original that nobody compared', 'attended-wrong', () => seal(1, compared())],
  ];

  function wrongId(): JsonObject {
    return changed('/reader/residentId', '520102199003070011');
  }

  it.each(table)('%s', async (_what, because, item) => {
    const [word] = await send(kiosk, item());
    expect(word).toMatchObject({ result: 'refused', because, case: null, gapFreeUpTo: 0 });
    expect(await desk.platform.caseNumbers()).toEqual([]);
    const last = (await desk.events()).at(-1);
    expect(last).toMatchObject({ kind: 'submission-refused', body: { because } });
    expect(JSON.stringify(last) + desk.logged()).not.toMatch(/[\u4e00-\u9fff]|52010219900307/);
  });

  it('a sequence that another submission has', async () => {
    const [first, second] = [seal(1), seal(1)];
    const words = await send(kiosk, first, second);
    expect(words).toMatchObject([{ result: 'taken' }, { result: 'refused', because: 'sequence-taken' }]);
    expect((await desk.events()).at(-1)).toMatchObject({ kind: 'sequence-conflict' });
    expect(await desk.platform.caseNumbers()).toHaveLength(1);
  });

  it('and the list knows every reason there is', () => {
    // What becomes of corrections is told in platform-corrections.test.ts.
    const others = REFUSED_BECAUSE.filter((because) => !because.startsWith('correction-'));
    const known = new Set([...table.map(([, because]) => because), 'sequence-taken']);
    expect([...known].toSorted()).toEqual(others.toSorted());
  });
});

it('judges each item of a batch on its own', async () => {
  const items = [seal(1), { id: 'nonsense' }, seal(2, { key: newSigningKey() }), seal(3)];
  const words = await send(kiosk, ...items);
  expect(words.map(({ result, gapFreeUpTo }) => [result, gapFreeUpTo])).toEqual([
    ['taken', 1],
    ['refused', 1],
    ['refused', 1],
    ['taken', 1],
  ]);
  expect(await kiosk.client.time()).toMatchObject({ value: { gapFreeUpTo: 1, highest: 3 } });
  expect(await send(kiosk, seal(2))).toMatchObject([{ result: 'taken', gapFreeUpTo: 3 }]);
  expect(await desk.platform.caseNumbers()).toHaveLength(3);
});

it('acknowledges again what it has, with the same case and time', async () => {
  const item = seal(1);
  const [first] = await send(kiosk, item);
  await send(kiosk, seal(2));
  const [again] = await send(kiosk, item);
  expect(again).toEqual({ ...first, result: 'already-taken', gapFreeUpTo: 2 });
  expect(await desk.platform.caseNumbers()).toHaveLength(2);
});

it('still acknowledges it after a restart, and after its procedure is gone', async () => {
  const item = seal(1);
  const [first] = await send(kiosk, item);
  await desk.restart([{ ...libraryCard, version: '2027.1' }]);
  const later = { ...kiosk, client: clientOf(desk.platform.url, kiosk.enrolled, kiosk.key) };
  expect(await send(later, item)).toEqual([{ ...first, result: 'already-taken' }]);
  expect(await send(later, seal(2))).toMatchObject([{ result: 'refused', because: 'unknown-procedure' }]);
});

it('never overwrites: the same id with other content is a conflict and an alarm', async () => {
  const item = seal(1);
  const [taken] = await send(kiosk, item);
  const other = seal(1, { header: { id: item.id }, application: { id: item.id } });
  const [word] = await send(kiosk, other);
  expect(word).toMatchObject({ id: item.id, result: 'conflict', because: null, case: null });
  expect(word?.contentHash).not.toBe(taken?.contentHash);
  expect((await desk.events()).at(-1)).toMatchObject({
    kind: 'submission-conflict',
    kiosk: kiosk.enrolled.kiosk,
  });
  expect(await send(kiosk, item)).toMatchObject([{ result: 'already-taken', case: taken?.case }]);
});

it('takes nothing from one kiosk in the name of another', async () => {
  const other = await desk.newKiosk();
  expect(await send(other, seal(1))).toMatchObject([{ result: 'refused', because: 'signature-wrong' }]);
  expect(await desk.platform.caseNumbers()).toEqual([]);
});

it('takes what a kiosk with a wrong clock made, and notes the doubt', async () => {
  const year = 365 * 86_400_000;
  const when = [new Date(Date.now() + year), new Date(Date.now() - year), new Date()];
  const items = when.map((at, index) => sealItem(kiosk, prepared, index + 1, answers, {}, at));
  expect(await send(kiosk, ...items)).toMatchObject([
    { result: 'taken' },
    { result: 'taken' },
    { result: 'taken' },
  ]);
  const doubts = await desk.look((store) => store.cases.list(null, null, 3));
  expect(doubts.map(({ clockDoubt }) => clockDoubt).toSorted()).toEqual(['ahead', 'behind', null].toSorted());
});

it('judges by the day the citizen pressed, not by the day it arrived', async () => {
  const yesterday = new Date(Date.now() - 86_400_000 * 30);
  const item = sealItem(kiosk, prepared, 1, answers, {}, yesterday);
  expect(await send(kiosk, item)).toMatchObject([{ result: 'taken' }]);
});

it('tells each kiosk how far its own submissions are held', async () => {
  const other = await desk.newKiosk();
  await send(kiosk, seal(1), seal(2));
  expect(await kiosk.client.time()).toMatchObject({ ok: true, value: { gapFreeUpTo: 2, highest: 2 } });
  expect(await other.client.time()).toMatchObject({ ok: true, value: { gapFreeUpTo: 0, highest: 0 } });
});

it('gives every item an answer that verifies and names it, whatever the item is', async () => {
  const isAcknowledgement = compile(Acknowledgement);
  const anything = fc.jsonValue({ maxDepth: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 5 }), async (items) => {
      const answer = await kiosk.client.send(items as never);
      if (!answer.ok) throw new Error(answer.error.kind);
      expect(answer.value.acknowledgements).toHaveLength(items.length);
      for (const signed of answer.value.acknowledgements) {
        const word = readAcknowledgement(kiosk, signed);
        expect(isAcknowledgement(word)).toBe(true);
        expect(word).toMatchObject({ result: 'refused', because: 'malformed' });
        const forged = { ...signed, body: signed.body.replace('refused', 'taken') };
        expect(() => readAcknowledgement(kiosk, forged)).toThrow();
      }
    }),
    { numRuns: 25 },
  );
});
