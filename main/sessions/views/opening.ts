// The pages before and beside an application: welcome, matters, guide, closed.
import type { Text } from '../../../domain/contract/text.ts';
import { refusalText, type RefusalCode } from '../../../domain/contract/refusals.ts';
import type { View } from '../../../domain/contract/views.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import type { Session } from '../session.ts';
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
