// The pages of staff, and what a page carries besides while they work on it.
import { text, type Text } from '../../domain/contract/text.ts';
import type { Desk, DeskItem, ViewOf } from '../../domain/contract/views.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { HealthReport } from '../health/finding.ts';
import type { Session } from '../sessions/session.ts';
import { headOf, type ViewContext } from '../sessions/views/context.ts';
import { momentInCity } from '../submissions/paper.ts';
import type { Attended, Duty, StaffScreen } from './duty.ts';
import { enteredByStaff } from './entered-by.ts';
import { isFaceCompared } from './attended-work.ts';

type On<A extends StaffScreen['at']> = Extract<StaffScreen, { at: A }>;

export function doorView(
  session: Session,
  { number, problem, over }: On<'door'>,
  context: ViewContext,
  known: Text | null,
): ViewOf<'staff-door'> {
  return {
    screen: 'staff-door',
    ...headOf(session, context),
    number,
    problem,
    isOverCitizen: over !== null,
    known,
  };
}

export function lockedView(
  session: Session,
  { problem }: On<'locked'>,
  context: ViewContext,
): ViewOf<'staff-locked'> {
  const { member } = onDuty(session);
  return { screen: 'staff-locked', ...headOf(session, context), staff: member, problem };
}

export function deskView(
  session: Session,
  { told }: On<'desk'>,
  context: ViewContext,
  shelf: ProcedureShelf,
): ViewOf<'staff-desk'> {
  const matters = shelf.procedures
    .map(({ procedure }) => procedure)
    .filter(({ audience }) => audience.includes('clerk'))
    .map(({ id, title, summary }) => ({ procedure: id, title, summary }));
  const isOverCitizen = onDuty(session).beneath !== null;
  return { screen: 'staff-desk', ...headOf(session, context), matters, told, isOverCitizen };
}

export function machineView(
  session: Session,
  { report, tested }: On<'machine'>,
  context: ViewContext,
  hasPrinter: boolean,
): ViewOf<'staff-machine'> {
  const { member, beneath } = onDuty(session);
  return {
    screen: 'staff-machine',
    ...headOf(session, context),
    staff: member,
    verdict: verdictOn(report),
    looked: lookedText(report),
    findings: report.findings,
    queue: report.queue,
    tested,
    hasPrinter,
    isOverCitizen: beneath !== null,
  };
}

function onDuty({ duty }: Session): Duty {
  if (duty === null) throw new Error('a page of staff without staff');
  return duty;
}

/** Without these nothing can be handed in here. */
const VITAL = ['store', 'enrolment', 'storage', 'procedures'];

/** The verdict in one sentence: whether applications can be handed in, and how much is to be done. */
function verdictOn({ findings }: HealthReport): Text {
  const ills = findings.filter(({ isWell }) => !isWell);
  const canTake = !ills.some(({ id }) => VITAL.includes(id));
  if (ills.length === 0) return text('一切正常，能照常收件', 'All is well: applications can be taken');
  const count = ills.length;
  return canTake
    ? text(
        `能照常收件，有 ${count} 件事要处理`,
        `Applications can be taken; ${count} ${count === 1 ? 'thing needs' : 'things need'} attention`,
      )
    : text(
        `现在可能收不了件，有 ${count} 件事要处理`,
        `Applications may not be taken now; ${count} ${count === 1 ? 'thing needs' : 'things need'} attention`,
      );
}

function lookedText({ at, tookMs }: HealthReport): Text {
  const seconds = Math.max(1, Math.round(tookMs / 1000));
  const when = momentInCity(at);
  return text(
    `自检用了 ${seconds} 秒，${when['zh-CN']} 完成`,
    `Looked over in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, ${when.en}`,
  );
}

export type Scan = Extract<Desk, { mode: 'desk' }>['scans'][number];

export interface DeskItems {
  items: DeskItem[];
  olderThan: number | null;
}

/** What a page carries while staff are at work on it; undefined: a citizen is alone, or the screen is locked. */
export function deskPart(session: Session, duty: Duty, { items, olderThan }: DeskItems, scans: Scan[]): Desk {
  const { member: staff, mode } = duty;
  const { attended, screen } = session;
  const byStaff = attended === null ? [] : enteredByStaff(attended.entered);
  const draft = screen.at === 'draft' ? screen.draft : null;
  if (mode === 'review') return { mode, staff, byStaff };
  if (mode === 'helping')
    return { mode, staff, byStaff, isFaceCompared: draft !== null && isFaceCompared(draft) };
  return {
    mode: 'desk',
    staff,
    byStaff,
    items,
    olderThan,
    saved: savedText(attended),
    isFaceCompared: draft === null ? null : isFaceCompared(draft),
    scans,
  };
}

function savedText(attended: Attended | null): Text | null {
  if (attended?.savedAt == null) return null;
  const when = momentInCity(new Date(attended.savedAt));
  return text(`已加密存好，${when['zh-CN']}`, `Saved, encrypted, ${when.en}`);
}
