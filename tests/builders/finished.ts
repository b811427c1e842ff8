// Applications as they are when they are handed in, by the procedure that is shipped.
import type { Strokes } from '../../domain/contract/signature.ts';
import { holdings } from '../../domain/documents/holding.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { walk } from '../../domain/procedure/pages.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Source } from '../../domain/submission/envelope.ts';
import { copyFactsOf, type CopyFacts } from '../../main/copies/copy-facts.ts';
import { NO_DOCUMENTS } from '../../main/documents/draft-documents.ts';
import { paperOf } from '../../main/submissions/paper.ts';
import type { Finished } from '../../main/submissions/submitter.ts';
import { paperWith } from '../golden/papers.ts';
import { llc, shippedShelf } from '../llc.ts';
import { yang } from './people.ts';

const AT = new Date('2026-11-24T02:32:00.000Z');
const TODAY = '2026-11-24';

const prepared = await llc();
const { calendar } = await shippedShelf();

/** Three strokes of a finger. */
export const SIGNATURE: Strokes = [
  [
    [1800, 900, 500],
    [2300, 2100, 500],
    [2900, 1300, 500],
    [3300, 2300, 500],
  ],
  [
    [4000, 900, 500],
    [5000, 1050, 500],
    [4200, 2100, 500],
    [5200, 2040, 500],
    [5600, 1200, 500],
  ],
  [
    [6500, 750, 500],
    [6200, 2250, 500],
    [7500, 1500, 500],
    [8000, 2160, 500],
    [8700, 1000, 500],
  ],
];

const FROM_CARD: Source[] = [{ place: '/applicant/name', source: 'id-card', on: TODAY }];

/** With these answers: one document is handed in, one declared where it may be, the others follow. */
export function finishedWith(given: JsonObject, changes: Partial<Finished> = {}): Finished {
  const walked = walk(prepared, given, TODAY);
  const needed = neededDocuments(prepared, walked.answers, TODAY, calendar);
  const declared = needed.find(({ mayDeclare }) => mayDeclare !== null)?.id;
  const attached = needed.find(({ id }) => id !== declared)?.id;
  const gifts = {
    ...(declared === undefined ? {} : { [declared]: { state: 'declared' as const } }),
    ...(attached === undefined ? {} : { [attached]: { state: 'attached' as const, pages: 3 } }),
  };
  return {
    id: '01933f5e-7c1a-7000-8000-000000000042',
    procedure: prepared.procedure,
    startedAt: AT,
    completedAt: AT,
    locale: 'zh-CN',
    largeType: false,
    answers: walked.answers,
    applicant: yang.name,
    strokes: SIGNATURE,
    identity: { method: 'typed', consents: [] },
    sources: FROM_CARD,
    documents: holdings(needed, gifts, []),
    gifts: NO_DOCUMENTS,
    mends: null,
    attended: null,
    ...changes,
  };
}

/** What a full copy of it says. */
export function copyFactsWith(finished: Finished): CopyFacts {
  const { office, kiosk, helpAt, phone, number, qr } = paperWith();
  const place = { office, kiosk, helpAt, phone, keyboard: 'touch' as const };
  return copyFactsOf(
    finished,
    { prepared, walked: walk(prepared, finished.answers, TODAY) },
    paperOf(finished, place, number, qr),
  );
}
