// Who entered what of an application, and whether the applicant's card and face were compared. Pure.
import { valueAt } from '../../domain/procedure/pointer.ts';
import { TYPED } from '../sessions/applicant-identity.ts';
import { walkOf, type Draft } from '../sessions/draft.ts';
import type { Session } from '../sessions/session.ts';
import { afterStep, type Answered, type EnteredBy, type Enterer } from './entered-by.ts';

/** Everything that was typed before staff came. */
export function byCitizen(draft: Draft, today: string): EnteredBy {
  return afterStep({}, {}, typedIn(draft, today), 'citizen');
}

/** The answers and the places where they were typed: what a card or a record gave was typed by nobody. */
function typedIn(draft: Draft, today: string): Answered {
  const { answers, questions } = walkOf(draft, today);
  const given = draft.sources.map(({ place }) => place);
  const isGiven = (at: string) => given.some((place) => at === place || at.startsWith(`${place}/`));
  return { answers, places: questions.map(({ at }) => at).filter((at) => !isGiven(at)) };
}

/** Whoever is at the keys now. */
export function whoTypes({ duty }: Session): Enterer {
  return duty !== null && (duty.mode === 'desk' || duty.mode === 'helping') ? 'staff' : 'citizen';
}

/** The session after a step on its application, with who entered what. */
export function recorded(before: Session, after: Session, today: string): Session {
  const { attended, screen } = after;
  if (attended === null || screen.at !== 'draft') return after;
  const was = before.screen.at === 'draft' ? before.screen.draft : null;
  const entered =
    was?.id === screen.draft.id
      ? afterStep(attended.entered, was.answers, typedIn(screen.draft, today), whoTypes(before))
      : { ...byCitizen(screen.draft, today), ...attended.entered };
  return { ...after, attended: { ...attended, entered } };
}

export function isFaceCompared(draft: Draft): boolean {
  return draft.identity.method === 'clerk';
}

/** Card and face were compared, of the person whose number was typed; or that is taken back. */
export function faceCompared(session: Session, isCompared: boolean): Session {
  const { screen } = session;
  if (screen.at !== 'draft' || session.attended === null) return session;
  const { draft } = screen;
  const { identity } = draft;
  const number = numberIn(draft);
  if (isCompared === isFaceCompared(draft) || (isCompared && number === null)) return session;
  const next = isCompared
    ? { ...identity, method: 'clerk' as const, number }
    : { ...identity, method: TYPED.method, number: null };
  return { ...session, screen: { ...screen, draft: { ...draft, identity: next } } };
}

function numberIn({ answers, prepared }: Draft): string | null {
  const number = valueAt(answers, prepared.procedure.identity.number);
  return typeof number === 'string' ? number : null;
}

/** Another number is another person: nobody compared that one's face. */
export function withSameFace(session: Session): Session {
  const { screen } = session;
  if (screen.at !== 'draft' || !isFaceCompared(screen.draft)) return session;
  return screen.draft.identity.number === numberIn(screen.draft) ? session : faceCompared(session, false);
}
