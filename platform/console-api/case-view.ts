// One case in words: what was handed in, as far as each department may see it, and what happened since. The application
// is opened for this answer and kept nowhere; identity numbers are masked before anything leaves.
import type { CaseView, TaskView } from '../../domain/contract/console-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { patternOf } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { TaskRule } from '../../domain/procedure/procedure.ts';
import { summaryOf, type SummarySection } from '../../domain/procedure/summary.ts';
import { sourceText } from '../../domain/records/source-text.ts';
import type { Application } from '../../domain/submission/envelope.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { departmentName } from '../cases/departments.ts';
import type { OpenedCase } from '../cases/open-application.ts';
import { taskTitle } from '../cases/status.ts';
import type { Case, Task } from '../store/cases.ts';
import { ratingViewOf, type RatingViewParts } from '../ratings/rating-view.ts';
import type { StoredDocument } from '../store/documents.ts';
import type { Event } from '../store/events.ts';
import type { StoredRating } from '../store/ratings.ts';
import type { StaffRecord } from '../store/staff.ts';
import { documentsOf } from './case-documents.ts';
import { helpedBy } from './helped.ts';
import { historyOf } from './history.ts';
import { headOf } from './lines.ts';

export interface CaseFile {
  found: Case;
  /** null: it cannot be opened here. */
  opened: OpenedCase | null;
  /** The account of whoever is said to have helped; null: there is none, or nobody helped. */
  helper: StaffRecord | null;
  events: Event[];
  ratings: StoredRating[];
  documents: StoredDocument[];
}

export interface CaseViewParts extends RatingViewParts {
  shelf: ProcedureShelf;
}

const IDENTITY: Record<Application['identity']['method'], Text> = {
  typed: text('申请人手工填写，没有读卡', 'Typed by the applicant; no card was read'),
  'id-card': text('读取了身份证', 'Read from the identity card'),
  clerk: text('工作人员核对了证件和本人', 'Staff compared the card with the person'),
};

export function caseViewOf(file: CaseFile, parts: CaseViewParts, now: Date): CaseView {
  const { found, opened, events, ratings } = file;
  const prepared = parts.shelf.version(found.procedure, found.version);
  const sections = opened === null ? [] : summaryOf(opened.prepared, opened.walked);
  return {
    ...headOf(found, parts.shelf),
    procedureVersion: found.version,
    identity: opened === null ? null : IDENTITY[opened.application.identity.method],
    helped: helpedWith(file),
    signature: opened?.application.signature?.strokes ?? null,
    tasks: found.tasks.map((task) => taskViewOf(task, prepared, sections, opened?.application ?? null)),
    documents: opened === null ? [] : documentsIn(opened, file, parts.shelf),
    ratings: ratings.map((rating) => ratingViewOf(rating, parts)),
    history: historyOf(found, events, prepared?.procedure ?? null),
    isReadable: opened !== null,
    now: now.toISOString(),
  };
}

function helpedWith({ found, opened, helper }: CaseFile): CaseView['helped'] {
  const attended = opened?.application.attended;
  return attended === undefined ? null : helpedBy(attended, helper, found.current.completedAt);
}

function taskViewOf(
  task: Task,
  prepared: Prepared | null,
  sections: SummarySection[],
  application: Application | null,
): TaskView {
  const procedure = prepared?.procedure ?? null;
  const rule = procedure?.tasks.find(({ id }) => id === task.id) ?? null;
  return {
    id: task.id,
    title: taskTitle(procedure, task.id),
    department: departmentName(task.department),
    state: task.state,
    promised: rule?.promised ?? null,
    statutory: rule?.statutory ?? null,
    after: (rule?.after ?? []).map((before) => taskTitle(procedure, before)),
    sees: rule === null ? [] : visibleIn(sections, rule, application),
  };
}

/** The answers at the places a task's department may read, and no others. */
function visibleIn(
  sections: SummarySection[],
  { sees }: TaskRule,
  application: Application | null,
): TaskView['sees'] {
  const isSeen = (at: string) =>
    sees.some((place) => patternOf(at) === place || patternOf(at).startsWith(`${place}/`));
  return sections
    .map(({ title, rows }) => ({
      title,
      rows: rows
        .filter(({ at }) => isSeen(at))
        .map(({ at, label, value }) => ({ label, value, ...fromWhere(at, application) })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const BY_STAFF = text('工作人员代填', 'Typed by staff');

/** Where an answer came from that the applicant did not give. */
function fromWhere(at: string, application: Application | null): { source?: Text } {
  const isWithin = (place: string) => at === place || at.startsWith(`${place}/`);
  const source = application?.sources?.find(({ place }) => isWithin(place));
  if (source !== undefined) return { source: sourceText(source) };
  return application?.attended?.entered.some(isWithin) === true ? { source: BY_STAFF } : {};
}

function documentsIn(
  { prepared, walked, application }: OpenedCase,
  { found, documents }: CaseFile,
  shelf: ProcedureShelf,
): CaseView['documents'] {
  const today = dayInCity(new Date(found.current.completedAt));
  return documentsOf(
    application,
    neededDocuments(prepared, walked.answers, today, shelf.calendar),
    documents,
  );
}
