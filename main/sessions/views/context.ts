import { text } from '../../../domain/contract/text.ts';
import type { Desk, Place, Route } from '../../../domain/contract/views.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { shownAt } from '../../../domain/procedure/summary.ts';
import type { Walk } from '../../../domain/procedure/pages.ts';
import { walkOf, type Draft } from '../draft.ts';
import type { Session } from '../session.ts';

/** What every view is made with. */
export interface ViewContext {
  place: Place;
  /** Of the view that is made with this. */
  revision: number;
  /** 'YYYY-MM-DD' in the city. */
  today: string;
  calendar: Calendar;
  /** Which ways of handing in documents this machine has; none where nobody says. */
  ways?: { camera: boolean; usb: boolean };
  /** What staff at work here see beside the page; nothing for a citizen alone. */
  desk?: Desk;
}

export interface DraftContext extends ViewContext {
  session: Session;
  draft: Draft;
  walked: Walk;
}

export function headOf(
  { page, appearance, notice }: Session,
  { place, revision, desk }: Pick<ViewContext, 'place' | 'revision' | 'desk'>,
) {
  return {
    page,
    revision,
    appearance,
    place,
    ...(notice === null ? {} : { notice }),
    ...(desk === undefined ? {} : { desk }),
  };
}

export function draftContext(session: Session, draft: Draft, context: ViewContext): DraftContext {
  return { ...context, session, draft, walked: walkOf(draft, context.today) };
}

/** The way through the application: which stage is done, where the citizen is, what is to come. */
export function routeOf({ draft, walked }: DraftContext): Route {
  const { procedure } = draft.prepared;
  const here = procedure.stages.findIndex((stage) => stage.id === stageHere(draft));
  return {
    matter: procedure.title,
    stops: procedure.stages.map((stage, index) => ({
      title: stage.title,
      state: index < here ? 'done' : index === here ? 'here' : 'to-come',
      answer: stage.shows === undefined ? null : shownAt(walked, stage.shows),
    })),
  };
}

function stageHere({ position, prepared: { procedure } }: Draft): string | undefined {
  if (position.at === 'check' || position.at === 'confirm') return procedure.stages.at(-1)?.id;
  return procedure.pages.find((page) => page.id === position.page)?.stage;
}

export const UNITS = { yuan: text('元', 'yuan'), 'wan-yuan': text('万元', 'ten thousand yuan') };
