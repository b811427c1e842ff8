import { expect, it } from 'vitest';
import type { RecordRequest } from '../../domain/contract/platform-api.ts';
import { withAnswer } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok } from '../../domain/result.ts';
import { text } from '../../domain/contract/text.ts';
import { preparedLibraryCard } from '../../tests/builders/library-card.ts';
import { lendingCard } from '../../tests/builders/lending-card.ts';
import { newDraft, type Draft } from '../sessions/draft.ts';
import { fillFromRecords, needsRecords } from './prefill.ts';
import type { Records } from './records.ts';

const TODAY = '2026-11-24';
const OWN = '520102199003070014';

function begun(identity: Partial<Draft['identity']>, procedure: Procedure = lendingCard): Draft {
  const draft = newDraft(preparedLibraryCard(procedure), 'draft', new Date('2026-11-24T02:00:00Z'));
  return {
    ...draft,
    answers: { reader: { name: '杨雨禾', residentId: OWN } },
    identity: { ...draft.identity, ...identity },
  };
}

/** Departments that lend one mobile number and one address to everybody, and say what they were asked. */
function lending(): Records & { asked: RecordRequest[] } {
  const asked: RecordRequest[] = [];
  return {
    asked,
    canAsk: () => true,
    async ask(request) {
      asked.push(request);
      const fields = { mobile: '13800138000', address: { detail: '蔡家街 26 号' } };
      return ok({ record: request.record, from: text('局', 'Bureau'), on: '2026-11-20', fields });
    },
  };
}

const byCard = { method: 'id-card', number: OWN, consents: ['population', 'premises'] } as const;

it('asks only for what was agreed to, about whom the card belongs to', async () => {
  const records = lending();
  const { draft } = await fillFromRecords(begun({ ...byCard, consents: ['population'] }), records, TODAY);
  expect(records.asked.map(({ record, key, consent }) => [record, key, consent])).toEqual([
    ['population', OWN, true],
  ]);
  expect(draft.answers).toMatchObject({ reader: { mobile: '13800138000' } });
  expect(needsRecords(draft)).toBe(false);
});

it.each([
  [
    'somebody who typed who they are',
    { method: 'typed', number: null, consents: ['population', 'premises'] },
  ],
  ['somebody with another’s card', { ...byCard, number: '520103198802291237' }],
  ['somebody who did not agree', { ...byCard, consents: [] }],
] as const)('asks for nothing about %s', (_who, identity) => {
  expect(needsRecords(begun({ ...identity, consents: [...identity.consents] }))).toBe(false);
});

it('asks again for what did not come for want of a connection, and never for what was refused', async () => {
  const consents = [...byCard.consents];
  const lost = await fillFromRecords(
    begun({ ...byCard, consents }),
    {
      canAsk: () => true,
      ask: async ({ record }) => fail(record === 'population' ? 'no-connection' : 'refused'),
    },
    TODAY,
  );
  expect(lost.faults).toEqual(['no-connection', 'refused']);
  const records = lending();
  await fillFromRecords(lost.draft, records, TODAY);
  expect(records.asked.map(({ record }) => record)).toEqual(['population']);
});

it('forgets what it was told about somebody whom the answers do not name any more', async () => {
  const consents = [...byCard.consents];
  const { draft } = await fillFromRecords(begun({ ...byCard, consents }), lending(), TODAY);
  const renamed = {
    ...draft,
    answers: withAnswer(draft.answers, '/reader/residentId', '520103198802291237'),
  };
  expect(needsRecords(renamed)).toBe(true);
  const after = await fillFromRecords(renamed, lending(), TODAY);
  expect(after.draft.answers).toEqual({ reader: { name: '杨雨禾', residentId: '520103198802291237' } });
  expect(after.draft.sources).toEqual([]);
});
