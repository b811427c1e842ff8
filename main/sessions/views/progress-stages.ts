// The way of an application as a list of stages: done, under way, waiting, to come.
import { showDay } from '../../../domain/calendar-day.ts';
import type { CaseStatus } from '../../../domain/contract/case-api.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import type { ProgressView, StageView } from '../../../domain/contract/views.ts';
import type { SubmissionState } from '../../store/submissions.ts';
import { momentInCity } from '../../submissions/paper.ts';

export const STOPPED = text(
  '市平台没有收下，请找工作人员',
  'Not taken by the city platform: ask a member of staff',
);

export function isStopped(here: SubmissionState | null): boolean {
  return here?.state === 'quarantined' || here?.state === 'conflict';
}

function done(title: Text, at: string, note: Text | null = null): StageView {
  return { title, note, when: momentInCity(new Date(at)), state: 'done' };
}

const AT_KIOSK = text('本机收下', 'Received at the kiosk');
const AT_PLATFORM = text('市平台收到', 'Received by the city platform');

export function stagesHere(here: SubmissionState | null): StageView[] {
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

export function togetherOf(status: CaseStatus): ProgressView['together'] {
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

export function stagesOf(status: CaseStatus): StageView[] {
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

export function dueDay({ dueOn, provisional }: Task): Text | null {
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
