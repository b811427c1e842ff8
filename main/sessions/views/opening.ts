// The pages before and beside an application: welcome, matters, guide, progress, closed.
import { text, type Text } from '../../../domain/contract/text.ts';
import type { CaseStatus } from '../../../domain/contract/platform-api.ts';
import { refusalText, type RefusalCode } from '../../../domain/contract/refusals.ts';
import type { StageView, View } from '../../../domain/contract/views.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { momentInCity } from '../../submissions/paper.ts';
import type { SubmissionState } from '../../store/submissions.ts';
import type { Progress, Session } from '../session.ts';
import { headOf, type ViewContext } from './context.ts';

export function welcomeView(session: Session, context: ViewContext): View {
  return { screen: 'welcome', ...headOf(session, context) };
}

/** The matters citizens can apply for, under the occasions they know them by. */
export function mattersView(
  session: Session,
  context: ViewContext,
  procedures: Procedure[],
  missing: number,
): View {
  const open = procedures.filter((procedure) => procedure.audience.includes('citizen'));
  const occasions = [...new Map(open.map(({ occasion }) => [occasion.id, occasion])).values()];
  return {
    screen: 'matters',
    ...headOf(session, context),
    occasions: occasions.map(({ id, title }) => ({
      id,
      title,
      matters: open
        .filter((procedure) => procedure.occasion.id === id)
        .map((procedure) => ({
          procedure: procedure.id,
          title: procedure.title,
          summary: procedure.summary,
        })),
    })),
    missing,
  };
}

export function guideView(
  session: Session,
  context: ViewContext,
  procedure: Procedure,
  closed: Text | null,
): View {
  const { facts, bring, spared } = procedure.guide;
  return {
    screen: 'guide',
    ...headOf(session, context),
    procedure: procedure.id,
    title: procedure.title,
    summary: procedure.summary,
    facts: facts.map((fact) => ({ ...fact, note: fact.note ?? null })),
    bring: bring.map((line) => ({ ...line, note: line.note ?? null })),
    spared: spared.map((line) => ({ ...line, note: line.note ?? null })),
    closed,
  };
}

export function askProgressView(
  session: Session,
  context: ViewContext,
  number: string,
  problem: Text | null,
): View {
  return { screen: 'ask-progress', ...headOf(session, context), number, problem };
}

const TASK_TEXTS: Record<CaseStatus['tasks'][number]['state'], { note: Text; state: StageView['state'] }> = {
  'waiting-for-another': { note: text('等前一个环节办完', 'Waits for the step before'), state: 'to-come' },
  'waiting-for-acceptance': {
    note: text('已送到部门，等待受理', 'With the department, waiting to be accepted'),
    state: 'now',
  },
  accepted: { note: text('已受理，正在办', 'Accepted and being handled'), state: 'now' },
  decided: { note: text('已办结', 'Decided'), state: 'done' },
  returned: {
    note: text('退回补正，请找工作人员', 'Returned for correction: ask a member of staff'),
    state: 'wrong',
  },
};

export function progressView(session: Session, context: ViewContext, progress: Progress): View {
  return { screen: 'progress', ...headOf(session, context), ...progress };
}

function receivedHere(at: string): StageView {
  return {
    title: text('本机收下', 'Received at the kiosk'),
    note: null,
    when: momentInCity(new Date(at)),
    state: 'done',
  };
}

/** What the platform says about a case. */
export function progressOf(status: CaseStatus): Progress {
  const arrived: StageView = {
    title: text('市平台收到', 'Received by the city platform'),
    note: null,
    when: momentInCity(new Date(status.receivedAtPlatform)),
    state: 'done',
  };
  const tasks = status.tasks.map((task): StageView => {
    const { note, state } = TASK_TEXTS[task.state];
    const title = text(
      `${task.department['zh-CN']}：${task.title['zh-CN']}`,
      `${task.department.en}: ${task.title.en}`,
    );
    return { title, note, when: null, state };
  });
  return {
    number: status.receiptNumber,
    matter: status.matter,
    state: stateText(status),
    stages: [receivedHere(status.receivedAtKiosk), arrived, ...tasks],
  };
}

const HELD_TEXTS = {
  waiting: text('已存在这台机器，等待送到市平台', 'Held on this machine, waiting to go to the city platform'),
  stopped: text('市平台没有收下，请找工作人员', 'Not taken by the city platform: ask a member of staff'),
};

/** What this machine knows of an application that has not arrived yet. */
export function heldProgress({ receiptNumber, completedAt, state }: SubmissionState, matter: Text): Progress {
  const isStopped = state === 'quarantined' || state === 'conflict';
  return {
    number: receiptNumber,
    matter,
    state: isStopped ? HELD_TEXTS.stopped : HELD_TEXTS.waiting,
    stages: [
      receivedHere(completedAt),
      {
        title: text('送到市平台', 'Sent to the city platform'),
        note: isStopped ? HELD_TEXTS.stopped : null,
        when: null,
        state: isStopped ? 'wrong' : 'waiting',
      },
    ],
  };
}

function stateText({ tasks }: CaseStatus): Text {
  const states = tasks.map((task) => task.state);
  if (states.includes('returned')) return text('退回补正', 'Returned for correction');
  if (states.every((state) => state === 'decided')) return text('已办结', 'Decided');
  if (states.some((state) => state === 'accepted' || state === 'decided'))
    return text('正在办理', 'Being handled');
  return text('等待受理', 'Waiting to be accepted');
}

export function stillThereView(session: Session, context: ViewContext, seconds: number): View {
  return { screen: 'still-there', ...headOf(session, context), seconds };
}

/** The machine takes no applications: why, for people and for IT. */
export function closedView(
  session: Session,
  context: Pick<ViewContext, 'place' | 'revision'>,
  code: string,
  because: RefusalCode,
): View {
  return { screen: 'closed', ...headOf(session, context), code, reason: refusalText(because) };
}
