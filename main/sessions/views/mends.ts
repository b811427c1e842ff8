// What was returned, beside the answers of the application that mends it.
import { text, type Text } from '../../../domain/contract/text.ts';
import type { CheckView } from '../../../domain/contract/views.ts';
import { documentNamed } from '../../../domain/correction/reasons.ts';
import { isRepeatPage } from '../../../domain/procedure/procedure.ts';
import { summaryOf } from '../../../domain/procedure/summary.ts';
import { DOCUMENTS_AT } from '../../documents/needs.ts';
import type { Mends } from '../notice.ts';
import type { DraftContext } from './context.ts';
import { documentsHere } from './documents.ts';

const GONE = text('已不需要', 'No longer needed');

export function mendsView({ reasons }: Mends, context: DraftContext): NonNullable<CheckView['mends']> {
  const titleOf = titlesIn(context);
  return reasons.map(({ at, why }) => {
    const title = titleOf(at);
    const document = documentNamed(at);
    const change = document === null ? at : `${DOCUMENTS_AT}/${document}`;
    return { title: title ?? GONE, why, change: title === null ? null : change };
  });
}

/** What a place or a document is called; null: a change has made it unnecessary. */
function titlesIn(context: DraftContext): (at: string) => Text | null {
  const { draft, walked } = context;
  const rows = summaryOf(draft.prepared, walked).flatMap((section) => section.rows);
  const lists = walked.pages.filter(isRepeatPage);
  const documents = documentsHere(context);
  return (at) => {
    const document = documentNamed(at);
    if (document !== null) return documents.find(({ id }) => id === document)?.title ?? null;
    const row = rows.find((one) => one.at === at);
    return row?.label ?? lists.find(({ repeat }) => repeat === at)?.title ?? null;
  };
}
