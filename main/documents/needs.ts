// The documents of a draft, as they stand.
import type { Problem } from '../../domain/contract/answers.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { text } from '../../domain/contract/text.ts';
import { holdings, type HeldNeed } from '../../domain/documents/holding.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import type { Walk } from '../../domain/procedure/pages.ts';
import type { Draft } from '../sessions/draft.ts';
import { givenIn } from './draft-documents.ts';

/** Where the screen finds a document that something is wrong with. */
export const DOCUMENTS_AT = '/documents';

export function needsOf(draft: Draft, walked: Walk, today: string, calendar: Calendar): HeldNeed[] {
  const needed = neededDocuments(draft.prepared, walked.answers, today, calendar);
  return holdings(needed, givenIn(draft.documents), draft.sources);
}

/** Whether a document may follow does not depend on which days are worked; by when it must, is not asked here. */
const ANY_DAYS: Calendar = { source: 'none', years: [], holidays: [], workedWeekends: [] };

/** The documents without which the application cannot be handed in. */
export function documentProblems(draft: Draft, walked: Walk, today: string): Problem[] {
  return needsOf(draft, walked, today, ANY_DAYS)
    .filter(({ holding }) => holding.state === 'needed')
    .map(({ id, title }) => ({
      at: `${DOCUMENTS_AT}/${id}`,
      code: 'document/needed',
      text: text(
        `“${title['zh-CN']}”要现在交，不能后补。没有带来的，请找工作人员。`,
        `“${title.en}” is needed now and cannot follow. If you do not have it with you, ask a member of staff.`,
      ),
    }));
}
