// What the full copy of an application says: what its applicant had before them when they signed, word for word as the check
// page showed it. So identity numbers and telephone numbers stand there in part, as everywhere a stranger may look: the copy
// comes out of a printer in a public hall, and names people who never stood there.
import type { Text } from '../../domain/contract/text.ts';
import type { Strokes } from '../../domain/contract/signature.ts';
import type { HeldNeed } from '../../domain/documents/holding.ts';
import { departmentName } from '../../domain/procedure/departments.ts';
import type { Walk } from '../../domain/procedure/pages.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { summaryOf, type SummaryRow } from '../../domain/procedure/summary.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import type { Source } from '../../domain/submission/envelope.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import { sourceText } from '../../domain/records/source-text.ts';
import { sourceOf } from '../sessions/sources.ts';
import { holdingText } from '../submissions/holding-text.ts';
import type { Finished } from '../submissions/submitter.ts';
import { copyWords } from './copy-words.ts';

export interface CopyRow {
  label: Text;
  /** null: not answered, and need not be. */
  value: Text | null;
  /** Where an answer comes from that the applicant did not give themselves. */
  notes: Text[];
}

export interface CopyGroup {
  /** The item of a list; null: answers that are asked for once. */
  title: Text | null;
  rows: CopyRow[];
}

export interface CopySection {
  title: Text;
  groups: CopyGroup[];
}

export interface CopyDocument {
  title: Text;
  says: Text;
  isToFollow: boolean;
  /** What was promised instead of handing it in; null: nothing. */
  promise: Text | null;
}

/** Held in memory as long as its owner stands here, and written nowhere. */
export interface CopyFacts {
  /** The receipt it belongs to. */
  paper: ReceiptPaper;
  applicant: string;
  departments: Text[];
  sections: CopySection[];
  documents: CopyDocument[];
  declaration: Text[];
  signature: { name: string; strokes: Strokes | null };
  /** Receipt number of the application that it mends; null: it is a new one. */
  mends: string | null;
  /** Name of the member of staff who helped; null: nobody did. */
  helpedBy: string | null;
}

export function copyFactsOf(
  finished: Finished,
  { prepared, walked }: { prepared: Prepared; walked: Walk },
  paper: ReceiptPaper,
): CopyFacts {
  const { procedure, applicant, attended } = finished;
  const noteOn = notesOn(finished.sources, attended?.entered ?? []);
  return {
    paper,
    applicant,
    departments: departmentsOf(prepared, walked),
    sections: summaryOf(prepared, walked).map(({ title, rows }) => ({
      title,
      groups: groupsOf(rows, noteOn),
    })),
    documents: finished.documents.map(documentOf),
    declaration: procedure.declaration.text,
    signature: { name: applicant, strokes: finished.strokes },
    mends: finished.mends?.receiptNumber ?? null,
    helpedBy: attended?.name ?? null,
  };
}

function documentOf(document: HeldNeed): CopyDocument {
  const { title, holding, mayDeclare } = document;
  return {
    title,
    says: holdingText(document),
    isToFollow: holding.state === 'to-follow',
    promise: holding.state === 'declared' ? mayDeclare : null,
  };
}

/** Who has something to do with it, each once, in the order of the procedure. */
function departmentsOf(prepared: Prepared, { answers }: Walk): Text[] {
  const ids = neededTasks(prepared, answers).map(({ department }) => department);
  return [...new Set(ids)].map(departmentName);
}

type NotesOn = (at: string) => Text[];

function notesOn(sources: readonly Source[], byStaff: readonly string[]): NotesOn {
  return (at) => {
    const source = sourceOf(at, sources);
    const isByStaff = byStaff.some((place) => at === place || at.startsWith(`${place}/`));
    return [
      ...(source === null ? [] : [sourceText(source)]),
      ...(isByStaff ? [copyWords.enteredByStaff] : []),
    ];
  };
}

/** One group for each item of a list, and for what stands between two lists. */
function groupsOf(rows: SummaryRow[], noteOn: NotesOn): CopyGroup[] {
  const groups: (CopyGroup & { of: string })[] = [];
  for (const row of rows) {
    const of = row.about === null ? '' : `${row.page}/${row.item}`;
    const last = groups.at(-1);
    const group = last?.of === of ? last : { of, title: row.about, rows: [] };
    if (group !== last) groups.push(group);
    group.rows.push({ label: row.question, value: row.value, notes: noteOn(row.at) });
  }
  return groups.map(({ title, rows: inGroup }) => ({ title, rows: inGroup }));
}
