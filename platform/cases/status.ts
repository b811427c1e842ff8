// How far a case is. Whoever has only the number is told states and times and nothing about people; whoever holds the
// receipt or the card is told what must be mended, and why.
import { addWorkingDays, type Calendar } from '../../domain/calendar/working-days.ts';
import type { CaseStatus, Notice as ToldNotice } from '../../domain/contract/case-api.ts';
import { same, text, type Text } from '../../domain/contract/text.ts';
import { documentNamed } from '../../domain/correction/reasons.ts';
import { valueAt } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { isRepeatPage } from '../../domain/procedure/procedure.ts';
import { summaryOf } from '../../domain/procedure/summary.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Case, KnownTask } from '../store/cases.ts';
import type { Notice } from '../store/returns.ts';
import { departmentName } from './departments.ts';
import type { OpenedCase } from './open-application.ts';

/** The procedure as it was when the application was made; null when that version is no longer on the shelf. */
export function procedureOf(
  { procedure, version }: Case,
  shelf: Pick<ProcedureShelf, 'version'>,
): Procedure | null {
  return shelf.version(procedure, version)?.procedure ?? null;
}

export function taskTitle(procedure: Procedure | null, task: string): Text {
  return procedure?.tasks.find(({ id }) => id === task)?.title ?? same(task);
}

export interface StatusFacts {
  found: Case;
  /** null: what was handed in cannot be read here. */
  opened: OpenedCase | null;
  notices: Notice[];
  /** Stages that were rated. */
  rated: string[];
}

/** `isProven`: whoever asks holds the receipt or the card. */
export function statusOf(
  { found, opened, notices, rated }: StatusFacts,
  shelf: Pick<ProcedureShelf, 'version' | 'calendar'>,
  isProven: boolean,
): CaseStatus {
  const procedure = procedureOf(found, shelf);
  return {
    receiptNumber: found.receiptNumber,
    procedure: found.procedure,
    matter: procedure?.title ?? same(found.procedure),
    receivedAtKiosk: found.completedAt,
    receivedAtPlatform: found.receivedAt,
    tasks: found.tasks.map((task) => taskOf(task, found, procedure, shelf.calendar)),
    returned: notices
      .filter(({ mendedAt }) => mendedAt === null)
      .map((notice) => toldNotice(notice, found, opened, isProven)),
    correctedAt: found.correctedAt,
    documents: opened === null ? [] : documentsOf(opened),
    delivery: opened === null ? null : deliveryOf(opened),
    // Nothing of ours hands anything to a courier: a kiosk shows the line as soon as this says one.
    waybill: null,
    rated,
  };
}

function taskOf(
  { id, department, state, changedAt }: KnownTask,
  found: Case,
  procedure: Procedure | null,
  calendar: Calendar,
): CaseStatus['tasks'][number] {
  const rule = procedure?.tasks.find((one) => one.id === id);
  const promised = rule?.promised ?? null;
  const isRunning = state === 'accepted' && promised !== null;
  const due = isRunning
    ? addWorkingDays(dayInCity(new Date(changedAt)), Math.ceil(promised), calendar)
    : null;
  const open = new Set(found.tasks.filter((task) => task.state !== 'decided').map((task) => task.id));
  return {
    id,
    title: taskTitle(procedure, id),
    department: departmentName(department),
    state,
    since: changedAt,
    promised,
    dueOn: due?.on ?? null,
    provisional: due?.provisional ?? false,
    after: (rule?.after ?? [])
      .filter((before) => open.has(before))
      .map((before) => taskTitle(procedure, before)),
  };
}

function toldNotice(notice: Notice, found: Case, opened: OpenedCase | null, isProven: boolean): ToldNotice {
  const department = found.tasks.find(({ id }) => id === notice.task)?.department ?? notice.task;
  return {
    task: notice.task,
    department: departmentName(department),
    at: notice.at,
    count: notice.reasons.length,
    reasons: isProven ? notice.reasons.map(({ at, why }) => ({ at, title: titleAt(at, opened), why })) : null,
  };
}

/** What the applicant knows a place by: the question's label, the list's title, the document's. */
function titleAt(at: string, opened: OpenedCase | null): Text {
  if (opened === null) return same(at);
  const { prepared, walked, application } = opened;
  const document = documentNamed(at);
  if (document !== null) {
    const held = application.documents.find(({ id }) => id === document);
    return held === undefined ? same(document) : documentTitle(held, prepared.procedure);
  }
  const rows = summaryOf(prepared, walked).flatMap((section) => section.rows);
  const list = prepared.procedure.pages.filter(isRepeatPage).find(({ repeat }) => repeat === at);
  return rows.find((row) => row.at === at)?.label ?? list?.title ?? same(at);
}

/** Without the name that stands in a document's own title: “身份证（第 2 位）”. */
function documentTitle({ id, rule }: Pick<HeldDocument, 'id' | 'rule'>, { documents }: Procedure): Text {
  const title = documents.find((one) => one.id === rule)?.title ?? same(rule);
  const item = id.slice(rule.length + 1);
  return item === '' ? title : text(`${title['zh-CN']}（第 ${item} 位）`, `${title.en} (no. ${item})`);
}

function documentsOf({ application, prepared }: OpenedCase): CaseStatus['documents'] {
  return application.documents.flatMap((document) =>
    document.state === 'to-follow'
      ? [{ title: documentTitle(document, prepared.procedure), dueOn: document.dueOn }]
      : [],
  );
}

function deliveryOf({ walked, prepared }: OpenedCase): CaseStatus['delivery'] {
  const chosen = valueAt(walked.answers, prepared.procedure.outcome.deliveryAt);
  return chosen === 'courier' || chosen === 'counter' ? chosen : null;
}
