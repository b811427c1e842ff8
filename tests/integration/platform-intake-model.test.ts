// Intake against a model of ten lines: whatever is handed in, in whatever batches and order, however often.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionItem } from '../../domain/contract/platform-api.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { openIntake, wordIn, type OpenIntake } from '../builders/intake.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem } from '../builders/platform-kiosk.ts';

const prepared = preparedLibraryCard();
const KIOSKS = 2;
const SEQUENCES = 5;
const folder = mkdtempSync(join(tmpdir(), 'onewindow-model-'));
let open: OpenIntake;

beforeAll(async () => {
  open = await openIntake({ sqlite: join(folder, 'platform.sqlite') });
});
afterAll(async () => {
  await open.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One thing that can be handed in, and what it is by itself. */
interface Thing {
  kiosk: number;
  sequence: number;
  item: SubmissionItem;
  /** Which of the contents that carry its id. */
  content: string;
  because: string | null;
}

const WAYS = ['as it should be', 'another with the number', 'the id with other content', 'forged', 'unasked'];

type Model = Map<string, { content: string; kiosk: number; sequence: number }>;

/** The reference: what must be said of a thing, given everything that was taken before. */
function expected(taken: Model, { kiosk, sequence, item, content, because }: Thing) {
  const has = (wanted: number) =>
    [...taken.values()].some((one) => one.kiosk === kiosk && one.sequence === wanted);
  const known = because === 'signature-wrong' ? undefined : taken.get(item.id);
  const reason = because ?? (has(sequence) ? 'sequence-taken' : null);
  const no = reason === null ? 'taken' : reason;
  const said = known === undefined ? no : known.content === content ? 'already-taken' : 'conflict';
  if (said === 'taken') taken.set(item.id, { content, kiosk, sequence });
  let gapFreeUpTo = 0;
  while (has(gapFreeUpTo + 1)) gapFreeUpTo += 1;
  return { said, gapFreeUpTo };
}

type Made = Awaited<ReturnType<OpenIntake['newKiosk']>>;

function thingsOf({ signer }: Made, kiosk: number, sequence: number): Thing[] {
  const seal = (wrong = {}, answers = readerAnswers()) => {
    const { receiptNumber: _, ...item } = sealItem(signer, prepared, sequence, answers, wrong);
    return item;
  };
  const first = seal();
  const same = { header: { id: first.id }, application: { id: first.id } };
  const known = { kiosk, sequence };
  return [
    { ...known, item: first, content: 'first', because: null },
    { ...known, item: seal(), content: 'second', because: null },
    { ...known, item: seal(same), content: 'other', because: null },
    {
      ...known,
      item: seal({ ...same, key: newSigningKey() }),
      content: 'forged',
      because: 'signature-wrong',
    },
    {
      ...known,
      item: seal({}, { ...readerAnswers(), vip: true }),
      content: 'vip',
      because: 'answers-invalid',
    },
  ];
}

const thing = fc.record({
  sequence: fc.integer({ min: 1, max: SEQUENCES }),
  // What should be is the likeliest.
  way: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(WAYS.length - 1) }),
});
const batch = fc.record({
  kiosk: fc.nat(KIOSKS - 1),
  things: fc.array(thing, { minLength: 1, maxLength: 8 }),
});

it('says what the model says, item by item, and tells of each once', async () => {
  const run = async (batches: { kiosk: number; things: { sequence: number; way: number }[] }[]) => {
    const kiosks = [await open.newKiosk(), await open.newKiosk()];
    const pool = kiosks.map((made, kiosk) =>
      Array.from({ length: SEQUENCES }, (_none, index) => thingsOf(made, kiosk, index + 1)),
    );
    const taken: Model = new Map();
    const cases = new Map<string, string | null>();
    const before = (await open.store.events.after('520103', 0, 100_000)).length;
    let told = 0;
    for (const { kiosk, things } of batches) {
      const sent = things.flatMap(({ sequence, way }) => pool[kiosk]?.[sequence - 1]?.[way] ?? []);
      const made = kiosks[kiosk] as Made;
      const answers = await open.intake.take(
        made.kiosk,
        sent.map(({ item }) => item),
      );
      const words = answers.map(wordIn);
      expect(
        words.map((word) => ({ said: word.because ?? word.result, gapFreeUpTo: word.gapFreeUpTo })),
      ).toEqual(sent.map((one) => expected(taken, one)));
      for (const word of words) {
        if (word.result === 'taken') cases.set(word.id, word.case);
        if (word.result === 'already-taken') expect(word.case).toBe(cases.get(word.id));
        // The case and its two tasks; one line for whatever is refused; nothing for what is asked again.
        told += { taken: 3, 'already-taken': 0 }[word.result] ?? 1;
      }
    }
    const events = await open.store.events.after('520103', 0, 100_000);
    expect(events.length - before).toBe(told);
    const opened = events.slice(before).filter(({ kind }) => kind === 'case-opened');
    expect(opened.map(({ caseId }) => caseId)).toEqual([...cases.values()]);
  };
  await fc.assert(fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), run), { numRuns: 40 });
});
