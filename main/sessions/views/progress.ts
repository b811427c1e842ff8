// How far an application is, in words with dates.
import { showDay } from '../../../domain/calendar-day.ts';
import type { CaseStatus } from '../../../domain/contract/case-api.ts';
import { same, text, type Text } from '../../../domain/contract/text.ts';
import type { ProgressView, ReturnedView, StageView, View } from '../../../domain/contract/views.ts';
import { dueText } from '../../submissions/due-text.ts';
import { momentInCity } from '../../submissions/paper.ts';
import type { SubmissionState } from '../../store/submissions.ts';
import type { PrintJob } from '../../store/print-jobs.ts';
import type { Found } from '../progress.ts';
import type { Session } from '../session.ts';
import { headOf, type ViewContext } from './context.ts';
import { printView } from './finish.ts';

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
    print: print === null || !canPrint(found) ? null : printView(print, reprints),
  };
}

const OFFLINE = text(
  '现在连不上市平台，只能告诉您本机知道的。后面的进度请晚些再查。',
  'The city platform cannot be reached now. This is what this machine knows; please ask later for the rest.',
);

const STOPPED = text('市平台没有收下，请找工作人员', 'Not taken by the city platform: ask a member of staff');

function isStopped(here: SubmissionState | null): boolean {
  return here?.state === 'quarantined' || here?.state === 'conflict';
}

/** What this machine knows by itself. */
function hereText(here: SubmissionState | null): Text {
  if (isStopped(here)) return STOPPED;
  return here?.state === 'acknowledged'
    ? text('市平台已经收到', 'The city platform has it')
    : text('已存在这台机器，等待送到市平台', 'Held on this machine, waiting to go to the city platform');
}

function done(title: Text, at: string, note: Text | null = null): StageView {
  return { title, note, when: momentInCity(new Date(at)), state: 'done' };
}

const AT_KIOSK = text('本机收下', 'Received at the kiosk');
const AT_PLATFORM = text('市平台收到', 'Received by the city platform');

function stagesHere(here: SubmissionState | null): StageView[] {
  if (here === null) return [];
  const received = done(AT_KIOSK, here.completedAt);
  if (here.acknowledgedAt !== null) return [received, done(AT_PLATFORM, here.acknowledgedAt)];
  const isWrong = isStopped(here);
  const to: StageView = {
    title: text('送到市平台', 'Sent to the city platform'),
    note: isWrong ? STOPPED : null,
    when: null,
    state: isWrong ? 'wrong' : 'waiting',
  };
  return [received, to];
}

type Task = CaseStatus['tasks'][number];

/** Tasks that wait for another and go on side by side then stand in a list of their own. */
function isTogether(task: Task, { tasks }: CaseStatus): boolean {
  return isWaiting(task) && tasks.filter(isWaiting).length > 1;
}

function isWaiting({ state }: Task): boolean {
  return state === 'waiting-for-another';
}

function togetherOf(status: CaseStatus): ProgressView['together'] {
  return status.tasks
    .filter((task) => isTogether(task, status))
    .map((task) => ({ title: task.title, says: awaits(task), department: task.department }));
}

function awaits({ after }: Task): Text {
  if (after.length === 0) return text('还没开始', 'Not begun yet');
  return text(
    `等“${after.map((title) => title['zh-CN']).join('”“')}”`,
    `Waits for ${after.map(({ en }) => en).join(', ')}`,
  );
}

function stagesOf(status: CaseStatus): StageView[] {
  const corrections = status.correctedAt.map((at) =>
    done(text('补正收到', 'Correction received'), at, text('按新的内容重新办理', 'Looked at anew')),
  );
  return [
    done(AT_KIOSK, status.receivedAtKiosk),
    done(AT_PLATFORM, status.receivedAtPlatform),
    ...corrections,
    ...status.tasks.filter((task) => !isTogether(task, status)).flatMap(taskStages),
    ...deliveryStage(status),
  ];
}

function taskStages(task: Task): StageView[] {
  const { title, department, state, since } = task;
  switch (state) {
    case 'waiting-for-another':
      return [{ title, note: awaits(task), when: null, state: 'to-come' }];
    case 'waiting-for-acceptance':
      return [
        {
          title,
          note: text(
            `已送到${department['zh-CN']}，等它受理`,
            `With the ${department.en}, which has to accept it`,
          ),
          when: momentInCity(new Date(since)),
          state: 'now',
        },
      ];
    case 'accepted':
      return [
        done(text(`${title['zh-CN']}：已受理`, `${title.en}: accepted`), since, department),
        { title, note: promise(task), when: dueDay(task), state: 'now' },
      ];
    case 'returned':
      return [
        {
          title,
          note: text(
            `${department['zh-CN']}退回补正，等您`,
            `Returned by the ${department.en}: waits for you`,
          ),
          when: momentInCity(new Date(since)),
          state: 'wrong',
        },
      ];
    case 'decided':
      return [done(text(`${title['zh-CN']}：已办结`, `${title.en}: decided`), since, department)];
  }
}

function promise({ department, promised }: Task): Text {
  if (promised === null) return text(`${department['zh-CN']}正在办`, `Being handled by the ${department.en}`);
  return text(
    `${department['zh-CN']}正在办，承诺 ${promised} 个工作日，受理当天不算`,
    `Being handled by the ${department.en}; promised in ${promised} working ${promised === 1 ? 'day' : 'days'}, not counting the first`,
  );
}

function dueDay({ dueOn, provisional }: Task): Text | null {
  if (dueOn === null) return null;
  const day = showDay(dueOn);
  return provisional
    ? text(`最晚 ${day['zh-CN']}（暂定）`, `By ${day.en} (provisional)`)
    : text(`最晚 ${day['zh-CN']}`, `By ${day.en}`);
}

function deliveryStage({ delivery, waybill }: CaseStatus): StageView[] {
  if (waybill !== null)
    return [
      {
        title: text('已寄出', 'Sent'),
        note: text(
          `${waybill.carrier['zh-CN']}，单号 ${waybill.number}`,
          `${waybill.carrier.en}, waybill ${waybill.number}`,
        ),
        when: null,
        state: 'now',
      },
    ];
  if (delivery === null) return [];
  return [
    delivery === 'courier'
      ? {
          title: text('快递寄给您', 'Sent to you by courier'),
          note: text('寄出后可查快递单号', 'The waybill number is here once it is sent'),
          when: null,
          state: 'to-come',
        }
      : {
          title: text('到窗口领取', 'Collected at the counter'),
          note: null,
          when: null,
          state: 'to-come',
        },
  ];
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
