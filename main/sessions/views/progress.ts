// How far an application is, in words with dates.
import type { CaseStatus } from '../../../domain/contract/case-api.ts';
import { same, text, type Text } from '../../../domain/contract/text.ts';
import type { ProgressView, ReturnedView, View } from '../../../domain/contract/views.ts';
import { divisionName } from '../../../domain/identifiers/divisions.ts';
import { readReceiptNumber } from '../../../domain/submission/receipt-number.ts';
import { dueText } from '../../submissions/due-text.ts';
import { momentInCity } from '../../submissions/paper.ts';
import type { SubmissionState } from '../../store/submissions.ts';
import type { PrintJob } from '../../store/print-jobs.ts';
import type { Found } from '../progress.ts';
import type { Session } from '../session.ts';
import { headOf, type ViewContext } from './context.ts';
import { printView } from './finish.ts';
import { dueDay, isStopped, stagesHere, stagesOf, STOPPED, togetherOf } from './progress-stages.ts';

export interface ProgressFacts {
  /** Whether the machine has a reader for identity cards. */
  hasReader: boolean;
  /** The last copy of this receipt from this machine, or null. */
  print: PrintJob | null;
  reprints: number;
  /** The stage that may be rated now, or null. */
  rates: string | null;
}

export function askProgressView(
  session: Session,
  context: ViewContext,
  { number, problem }: { number: string; problem: Text | null },
  hasReader: boolean,
): View {
  return { screen: 'ask-progress', ...headOf(session, context), number, problem, hasReader };
}

export function casesView(session: Session, context: ViewContext, cases: Found[]): View {
  return {
    screen: 'cases',
    ...headOf(session, context),
    cases: cases.map(({ number, matter, status }) => ({
      number,
      matter,
      received: status === null ? same('—') : momentInCity(new Date(status.receivedAtKiosk)),
      state: status === null ? same('—') : stateText(status),
    })),
  };
}

export function mendIdentityView(
  session: Session,
  context: ViewContext,
  { found, problem }: { found: Found; problem: Text | null },
  hasReader: boolean,
): View {
  const { number, matter } = found;
  return { screen: 'mend-identity', ...headOf(session, context), number, matter, problem, hasReader };
}

/** Whether whoever asks may have another copy: this machine made it, and they hold it or the card. */
export function canPrint({ here, proof }: Found): boolean {
  return here !== null && proof !== null;
}

/** The paper's signature and words are on that machine alone: the number says which. */
function printedAt({ here, proof, number }: Found): Text | null {
  const parts = readReceiptNumber(number);
  if (here !== null || proof === null || parts === null) return null;
  const place = divisionName(parts.division) ?? same(parts.division);
  const kiosk = Number(parts.kiosk.slice(1));
  return text(
    `凭条只能在收件的那台自助机上补打：${place['zh-CN']} ${kiosk} 号自助机。没有凭条也能办：查进度用编号，补正刷身份证。`,
    `The receipt can be printed again only where this was handed in: ${place.en}, kiosk ${kiosk}. You can do without it: the number tells how far it is, and your card opens what must be corrected.`,
  );
}

export function canMend({ status, proof }: Found): boolean {
  return proof !== null && status !== null && status.returned.length > 0;
}

export function progressView(
  session: Session,
  context: ViewContext,
  found: Found,
  { print, reprints, rates }: ProgressFacts,
): ProgressView {
  const { status, here } = found;
  const isWaiting = here !== null && here.state !== 'acknowledged';
  return {
    screen: 'progress',
    ...headOf(session, context),
    number: found.number,
    matter: found.matter,
    state: status === null ? hereText(here) : stateText(status),
    limit: status === null && !isWaiting ? OFFLINE : null,
    stages: status === null ? stagesHere(here) : stagesOf(status),
    together: status === null ? [] : togetherOf(status),
    documents: (status?.documents ?? []).map(({ title, dueOn }) => ({
      title,
      due: dueText({ dueOn, provisional: false }),
    })),
    returned: status === null ? null : returnedView(status, found),
    canMend: canMend(found),
    canRate: rates !== null,
    canPrint: canPrint(found),
    printedAt: printedAt(found),
    print: print === null || !canPrint(found) ? null : printView(print, reprints),
  };
}

const OFFLINE = text(
  '现在连不上市平台，只能告诉您本机知道的。后面的进度请晚些再查。',
  'The city platform cannot be reached now. This is what this machine knows; please ask later for the rest.',
);

/** What this machine knows by itself. */
function hereText(here: SubmissionState | null): Text {
  if (isStopped(here)) return STOPPED;
  return here?.state === 'acknowledged'
    ? text('市平台已经收到', 'The city platform has it')
    : text('已存在这台机器，等待送到市平台', 'Held on this machine, waiting to go to the city platform');
}

/** The whole state in a sentence, for the title. */
export function stateText(status: CaseStatus): Text {
  const count = status.returned.reduce((sum, notice) => sum + notice.count, 0);
  if (count > 0)
    return text(
      `要补正 ${count} 处，一次列全`,
      count === 1 ? '1 thing to correct' : `${count} things to correct, all listed here`,
    );
  const states = status.tasks.map(({ state }) => state);
  if (states.every((state) => state === 'decided')) return text('已办结', 'Decided');
  if (states.includes('accepted')) return underWay(status);
  return states.includes('decided')
    ? text('正在办理', 'Being handled')
    : text('等待受理', 'Waiting to be accepted');
}

function underWay({ tasks }: CaseStatus): Text {
  const due = tasks.find(({ state, dueOn }) => state === 'accepted' && dueOn !== null);
  const day = due === undefined ? null : dueDay(due);
  return day === null
    ? text('正在办理', 'Being handled')
    : text(`正在办理，${day['zh-CN']}`, `Being handled. ${day.en}`);
}

function returnedView({ returned }: CaseStatus, found: Found): ReturnedView | null {
  const [first] = returned;
  if (first === undefined) return null;
  const moment = momentInCity(new Date(first.at));
  return {
    title: text('要补正的地方', 'What to correct'),
    by: text(`${first.department['zh-CN']}，${moment['zh-CN']}`, `${first.department.en}, ${moment.en}`),
    reasons: returned.flatMap(({ reasons }) => (reasons ?? []).map(({ title, why }) => ({ title, why }))),
    says: canMend(found)
      ? text(
          '列出的都在这里。按“去补正”，只改这些地方，改好重新提交。',
          'This is all of it. Press “Correct it”, change only these, and hand it in again.',
        )
      : text(
          '要改什么，请扫凭条上的方块码，或刷身份证查看。',
          'Returned: bring your receipt or card to see what must be corrected.',
        ),
  };
}
