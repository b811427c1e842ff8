// The pages that end an application: documents, check, confirm, receipt.
import { showDay } from '../../../domain/calendar-day.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import type { CheckView, PrintView, ReceiptView, StageView, View } from '../../../domain/contract/views.ts';
import { valueAt } from '../../../domain/procedure/pointer.ts';
import { summaryOf } from '../../../domain/procedure/summary.ts';
import type { Source } from '../../../domain/submission/envelope.ts';
import type { OutboxState, SubmissionState } from '../../store/submissions.ts';
import { isBusy, type PrintJob } from '../../store/print-jobs.ts';
import { momentInCity } from '../../submissions/paper.ts';
import { changePlaces } from '../notice.ts';
import type { HeldReceipt, Session } from '../session.ts';
import { sourceOf } from '../sources.ts';
import { headOf, routeOf, type DraftContext, type ViewContext } from './context.ts';
import { sourceText } from './source-text.ts';
import { documentsHere, documentView } from './documents.ts';
import { mendsView } from './mends.ts';

export function checkView(context: DraftContext): CheckView {
  const { draft, walked, today } = context;
  const changeOf = changePlaces(draft, today);
  const problemOf = (at: string): Text | null => {
    return (
      draft.problems.find((problem) => problem.at === at || problem.at.startsWith(`${at}/`))?.text ?? null
    );
  };
  return {
    screen: 'check',
    ...headOf(context.session, context),
    route: routeOf(context),
    sections: summaryOf(draft.prepared, walked).map(({ stage, title, rows }) => ({
      id: stage,
      title,
      rows: rows.map(({ at, label, value, change }) => ({
        at,
        label,
        value,
        problem: problemOf(at),
        change: changeOf(change),
        ...fromWhere(at, draft.sources),
      })),
    })),
    documents: documentsHere(context).map(documentView),
    problems: draft.problems,
    mends: draft.mends === undefined ? null : mendsView(draft.mends, context),
  };
}

/** Where an answer came from that the citizen did not give. */
function fromWhere(at: string, sources: readonly Source[]): { source?: Text } {
  const source = sourceOf(at, sources);
  return source === null ? {} : { source: sourceText(source) };
}

/** The applicant's name as answered; '' before it is. */
export function applicantOf({ draft, walked }: DraftContext): string {
  const name = valueAt(walked.answers, draft.prepared.procedure.identity.name);
  return typeof name === 'string' ? name : '';
}

export function confirmView(context: DraftContext, refused: Text | null): View {
  const { draft, today } = context;
  return {
    screen: 'confirm',
    ...headOf(context.session, context),
    route: routeOf(context),
    declaration: draft.prepared.procedure.declaration.text,
    applicant: applicantOf(context),
    today: showDay(today),
    typedName: draft.typedName,
    problems: draft.problems,
    refused,
  };
}

export interface ReceiptFacts {
  submission: SubmissionState;
  print: PrintJob | null;
  /** The full copy that was asked for last; null: none was. */
  copy: PrintJob | null;
  reprints: number;
}

const RECEIPT_STATES: Record<OutboxState, ReceiptView['state']> = {
  queued: 'held',
  sending: 'held',
  acknowledged: 'acknowledged',
  quarantined: 'stopped',
  conflict: 'stopped',
};

export function receiptView(
  session: Session,
  { paper, documents, application }: HeldReceipt,
  facts: ReceiptFacts,
  context: ViewContext,
): ReceiptView {
  const state = RECEIPT_STATES[facts.submission.state];
  return {
    screen: 'receipt',
    ...headOf(session, context),
    state,
    number: paper.number,
    qr: paper.qr,
    received: paper.received,
    matter: paper.matter,
    stages: receiptStages(paper.received, state, facts.submission, paper.next),
    documents: documents.map(documentView),
    print: printOf(facts.print, facts.reprints),
    fullCopy: application === null ? null : { print: printOf(facts.copy, facts.reprints) },
  };
}

function receiptStages(
  received: Text,
  state: ReceiptView['state'],
  { acknowledgedAt }: SubmissionState,
  next: Text[],
): StageView[] {
  const here: StageView = {
    title: text('已存在本机', 'Held on this machine'),
    note: null,
    when: received,
    state: 'done',
  };
  const to: Record<ReceiptView['state'], StageView> = {
    held: {
      title: text('等待送到市平台', 'Waiting to go to the city platform'),
      note: text(
        '一连上网络就自动送出，不用等在这里。',
        'It goes by itself as soon as there is a connection. You need not wait.',
      ),
      when: null,
      state: 'waiting',
    },
    acknowledged: {
      title: text('市平台已收到', 'Received by the city platform'),
      note: null,
      when: acknowledgedAt === null ? null : momentInCity(new Date(acknowledgedAt)),
      state: 'done',
    },
    stopped: {
      title: text('市平台没有收下', 'Not taken by the city platform'),
      note: text('请带着这张凭条找工作人员。', 'Please take this receipt to a member of staff.'),
      when: null,
      state: 'wrong',
    },
  };
  const later = next.map((title, index): StageView => {
    return {
      title,
      note: null,
      when: null,
      state: index === 0 && state === 'acknowledged' ? 'now' : 'to-come',
    };
  });
  return [here, to[state], ...later];
}

function printOf(job: PrintJob | null, reprints: number): PrintView | null {
  return job === null ? null : printView(job, reprints);
}

export function printView({ state, copy }: PrintJob, reprints: number): PrintView {
  return { state, copy, canReprint: copy <= reprints && !isBusy({ state }) };
}
