// Filling in what departments know: the records that the answers call for are fetched and become answers with a source.
import type { LentRecord, RecordRequest } from '../../domain/contract/platform-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { Result } from '../../domain/result.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';
import type { Draft } from '../sessions/draft.ts';
import type { RecordFault, Records } from './records.ts';
import { dropAnswers, takeAnswers } from './take-answers.ts';
import { staleIn, wantedBy, type Wanted } from './wanted.ts';

/** The draft with every record that its answers now call for; and what kept those that did not come. */
export async function fillFromRecords(
  draft: Draft,
  records: Records,
  today: string,
): Promise<{ draft: Draft; faults: RecordFault[] }> {
  const fresh = withoutStale(draft);
  const lent = await Promise.all(
    wantedBy(fresh).map(async (wanted) => ({ wanted, answer: await records.ask(requestFor(fresh, wanted)) })),
  );
  return {
    draft: lent.reduce((filled, { wanted, answer }) => taken(filled, wanted, answer, today), fresh),
    faults: lent.flatMap(({ answer }) => (answer.ok ? [] : [answer.error])),
  };
}

/**
 * Whether the answers call for a record that was not asked for yet, or one that was used is about somebody else now.
 * `before`: what these answers were before this page; what was called for then was asked for, in vain.
 */
export function needsRecords(draft: Draft, before: Draft | null = null): boolean {
  const known = before === null ? [] : wantedBy(before);
  const isKnown = ({ prefill, key }: Wanted) =>
    known.some(
      (other) =>
        other.prefill.record === prefill.record && other.prefill.by === prefill.by && other.key === key,
    );
  return wantedBy(draft).some((wanted) => !isKnown(wanted)) || staleIn(draft).length > 0;
}

const NOT_FETCHED: Record<RecordFault, Text> = {
  'no-connection': text(
    '资料没有取到，请自己填。',
    'The records could not be fetched. Please fill this in yourself.',
  ),
  refused: text(
    '部门没有提供这份资料，请自己填。',
    'The department did not lend this record. Please fill this in yourself.',
  ),
};

/** What the citizen is told of records that did not come; null: all did. */
export function notFetched([fault]: RecordFault[]): Text | null {
  return fault === undefined ? null : NOT_FETCHED[fault];
}

function withoutStale(draft: Draft): Draft {
  return staleIn(draft).reduce((kept, prefill) => {
    const asked = kept.identity.asked.filter(
      ({ record, by }) => record !== prefill.record || by !== prefill.by,
    );
    return { ...dropAnswers(kept, prefill), identity: { ...kept.identity, asked } };
  }, draft);
}

function requestFor(
  { id, prepared: { procedure }, identity }: Draft,
  { prefill: { record }, key }: Wanted,
): RecordRequest {
  return {
    record,
    key,
    procedure: procedure.id,
    version: procedure.version,
    application: id,
    consent: identity.consents.includes(record),
    identity: { method: identity.method, number: identity.number },
  };
}

/** What did not come for want of a connection is asked for again when the answers next change. */
function taken(
  draft: Draft,
  { prefill, key }: Wanted,
  answer: Result<LentRecord, RecordFault>,
  today: string,
): Draft {
  if (!answer.ok && answer.error === 'no-connection') return draft;
  const asked = [...draft.identity.asked, { record: prefill.record, by: prefill.by, key }];
  const noted = { ...draft, identity: { ...draft.identity, asked } };
  if (!answer.ok || answer.value.fields === null) return noted;
  return takeAnswers(noted, prefill, answer.value.fields as Json, answer.value.on, today);
}
