// What one press does to a session. Pure: the service keeps time, counts and stores.
import type { RawAnswers } from '../../domain/contract/answers.ts';
import type { Text } from '../../domain/contract/text.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { closed, stepIn } from '../documents/document-steps.ts';
import * as items from './draft-items.ts';
import * as pages from './draft-pages.ts';
import * as drafts from './draft.ts';
import type { Draft } from './draft.ts';
import type { IdentityStep } from './identity-step.ts';
import { backFromMending } from './notice.ts';
import { showing, type Screen, type Session } from './session.ts';

/** The session with its draft changed; a new page token when another page shows. */
export function withDraft(session: Session, draft: Draft, refused: Text | null = null): Session {
  const { screen } = session;
  const next: Screen = { at: 'draft', draft, refused };
  if (screen.at === 'draft' && isSamePage(screen.draft, draft)) return { ...session, screen: next };
  return showing(session, next);
}

/** Adding or removing an item makes another page of it: a second press must not remove a second person. */
function isSamePage(one: Draft, other: Draft): boolean {
  if (JSON.stringify(one.position) !== JSON.stringify(other.position)) return false;
  const page = other.position.at === 'page' ? drafts.pageOf(other, other.position.page) : null;
  if (page === null || !('repeat' in page)) return true;
  return drafts.itemsOf(one, page) === drafts.itemsOf(other, page);
}

function onDraft(session: Session, change: (draft: Draft) => Draft): Session {
  const { screen } = session;
  return screen.at === 'draft' ? withDraft(session, change(screen.draft)) : session;
}

export function startDraft(session: Session, prepared: Prepared, id: string, at: Date): Session {
  return withDraft(session, drafts.newDraft(prepared, id, at));
}

export function answerPage(session: Session, answers: RawAnswers, today: string): Session {
  if (stepIn(session) !== null) return closed(session);
  return onDraft(session, (draft) => pages.answerPage(draft, answers, today));
}

export function changeAnswer(session: Session, at: string, today: string): Session {
  return onDraft(session, (draft) => pages.changeAnswer(draft, at, today));
}

export function addItem(session: Session, today: string): Session {
  return onDraft(session, (draft) => items.addItem(draft, today));
}

export function changeItem(session: Session, index: number, today: string): Session {
  return onDraft(session, (draft) => items.changeItem(draft, index, today));
}

export function removeItem(session: Session, index: number): Session {
  return onDraft(session, (draft) => items.removeItem(draft, index));
}

/** One page back. After submission there is no way back into the application. */
export function goBack(session: Session, today: string): Session {
  const { screen } = session;
  switch (screen.at) {
    case 'welcome':
    case 'receipt':
    case 'staff':
      return session;
    case 'matters':
    case 'ask-progress':
      return showing(session, { at: 'welcome' });
    case 'guide':
      return showing(session, { at: 'matters' });
    case 'identity':
      return backFromIdentity(session, screen.step);
    case 'cases':
      return showing(session, { at: 'ask-progress', number: '', problem: null });
    case 'progress':
      return screen.among === null
        ? showing(session, { at: 'ask-progress', number: '', problem: null })
        : showing(session, { at: 'cases', cases: screen.among });
    case 'mend-identity':
      return showing(session, { at: 'progress', ...screen.from });
    case 'rating':
      return screen.back === null ? session : showing(session, { at: 'progress', ...screen.back });
    case 'draft': {
      if (stepIn(session) !== null) return closed(session);
      const mended = backFromMending(screen.draft);
      if (mended !== null) return showing(session, { at: 'progress', ...mended });
      const draft = pages.goBack(screen.draft, today);
      if (draft !== null) return withDraft(session, draft);
      return showing(session, { at: 'guide', procedure: screen.draft.prepared.procedure.id, closed: null });
    }
  }
}

/** From the reader back to the choice, if there was one; from there to the guide. */
function backFromIdentity(session: Session, step: IdentityStep): Session {
  const { prepared, id, startedAt } = step.draft;
  if (step.consents === null || !step.hasChoice)
    return showing(session, { at: 'guide', procedure: prepared.procedure.id, closed: null });
  const draft = drafts.newDraft(prepared, id, startedAt);
  return showing(session, {
    at: 'identity',
    step: { ...step, draft, consents: null, isAsking: false, problem: null },
  });
}

/** The places of the questions on the screen. */
export function placesHere(
  { screen }: Session,
  today: string,
): { prepared: Prepared; places: string[] } | null {
  if (screen.at !== 'draft') return null;
  const { draft } = screen;
  const asked = drafts.askedHere(draft, drafts.walkOf(draft, today));
  return { prepared: draft.prepared, places: asked.map(({ at }) => at) };
}
