// How far an application is, by its receipt number, its square, or a card; and the way to mend what was returned.
import { refusalText, type RefusalCode } from '../../../domain/contract/refusals.ts';
import { checkResidentId } from '../../../domain/identifiers/resident-id.ts';
import type { Loan, Proof } from '../../../domain/contract/case-api.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { IdentityMethod } from '../../../domain/submission/envelope.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { ProcedureShelf } from '../../../lib/procedures/shelf.ts';
import type { Handlers } from '../../dispatch.ts';
import { uuidv7 } from '../../ids.ts';
import type { PlatformClient } from '../../sync/platform-client.ts';
import type { CardSource } from '../card-source.ts';
import { unlessPersonal, type Desk } from '../desk.ts';
import { draftOf } from '../mending.ts';
import type { ProgressDesk } from '../progress.ts';
import { showing, type ProgressScreen, type Session } from '../session.ts';
import { canMend } from '../views/progress.ts';

export interface ProgressPressesParts {
  progress: ProgressDesk;
  /** null: this machine reads no cards. */
  cards: CardSource | null;
  /** What lends answers to be mended; null: nobody does. */
  borrow: PlatformClient['borrow'] | null;
  shelf: ProcedureShelf;
  clock: Clock;
}

type Names =
  | 'askProgress'
  | 'findProgress'
  | 'findProgressByCard'
  | 'openProgress'
  | 'mend'
  | 'giveIdentity'
  | 'giveIdentityByCard';

export function progressPresses(desk: Desk, parts: ProgressPressesParts): Pick<Handlers, Names> {
  const { session } = desk;
  return {
    askProgress: () =>
      desk.open(() =>
        unlessPersonal(session(), () =>
          showing(session(), { at: 'ask-progress', number: '', problem: null }),
        ),
      ),
    findProgress: ({ page, number }) => desk.press(page, () => find(session(), parts, number)),
    findProgressByCard: ({ page }) => desk.press(page, () => findByCard(session(), parts)),
    openProgress: ({ page, index }) => desk.press(page, () => openOne(session(), index)),
    mend: ({ page }) => desk.press(page, () => mend(session(), parts)),
    giveIdentity: ({ page, number }) =>
      desk.press(page, () => giveTyped(session(), parts, number, desk.today())),
    giveIdentityByCard: ({ page }) => desk.press(page, () => giveCard(session(), parts)),
  };
}

/** The longest that is shown again: a number that could not be read, not what else was scanned. */
const NUMBER_CHARACTERS = 60;

async function find(session: Session, { progress }: ProgressPressesParts, typed: string): Promise<Session> {
  if (session.screen.at !== 'ask-progress') return session;
  const found = await progress.find(typed);
  if (found.ok) return showing(session, { at: 'progress', found: found.value, among: null });
  return asking(session, typed.slice(0, NUMBER_CHARACTERS), found.error);
}

function asking(session: Session, number: string, because: RefusalCode): Session {
  return { ...session, screen: { at: 'ask-progress', number, problem: refusalText(because) } };
}

async function findByCard(session: Session, { progress, cards }: ProgressPressesParts): Promise<Session> {
  if (session.screen.at !== 'ask-progress') return session;
  const card = await readCard(cards);
  const found = card.ok ? await progress.findByCard(card.value) : card;
  if (!found.ok) return asking(session, '', found.error);
  // From now on whoever takes this card away has gone.
  const withCard = { ...session, card: card.ok ? card.value : null };
  const [only, ...more] = found.value;
  return more.length === 0 && only !== undefined
    ? showing(withCard, { at: 'progress', found: only, among: null })
    : showing(withCard, { at: 'cases', cases: found.value });
}

function readCard(cards: CardSource | null): Promise<Result<string, RefusalCode>> {
  return cards === null ? Promise.resolve(fail('card-not-read')) : cards.read();
}

function openOne(session: Session, index: number): Session {
  const { screen } = session;
  const found = screen.at === 'cases' ? screen.cases[index] : undefined;
  if (screen.at !== 'cases' || found === undefined) return session;
  return showing(session, { at: 'progress', found, among: screen.cases });
}

/** Whoever came with the card has just shown who they are; whoever came with the receipt says so now. */
async function mend(session: Session, parts: ProgressPressesParts): Promise<Session> {
  const { screen } = session;
  if (screen.at !== 'progress' || !canMend(screen.found)) return session;
  const { found, among } = screen;
  const asked = showing(session, { at: 'mend-identity', from: { found, among }, problem: null });
  return found.proof !== null && 'card' in found.proof
    ? borrow(asked, parts, { found, among }, { method: 'id-card', number: found.proof.card })
    : asked;
}

async function giveTyped(
  session: Session,
  parts: ProgressPressesParts,
  typed: string,
  today: string,
): Promise<Session> {
  if (session.screen.at !== 'mend-identity') return session;
  const { canonical, problems } = checkResidentId(typed, today);
  const [problem] = problems;
  if (problem !== undefined) return { ...session, screen: { ...session.screen, problem: problem.text } };
  // Staff who are signed in have compared card and face.
  const method = session.duty === null ? 'typed' : 'clerk';
  return borrow(session, parts, session.screen.from, { method, number: canonical });
}

async function giveCard(session: Session, parts: ProgressPressesParts): Promise<Session> {
  if (session.screen.at !== 'mend-identity') return session;
  const card = await readCard(parts.cards);
  return card.ok
    ? borrow(session, parts, session.screen.from, { method: 'id-card', number: card.value })
    : refused(session, card.error);
}

function refused(session: Session, because: RefusalCode): Session {
  if (session.screen.at !== 'mend-identity') return session;
  return { ...session, screen: { ...session.screen, problem: refusalText(because) } };
}

async function borrow(
  session: Session,
  parts: ProgressPressesParts,
  from: ProgressScreen,
  identity: { method: IdentityMethod; number: string },
): Promise<Session> {
  const { number, proof } = from.found;
  const now = parts.clock.now();
  const lent =
    proof === null ? fail('proof-wrong' as const) : await ask(parts, { number, proof, identity }, now);
  if (!lent.ok) return refused(session, lent.error);
  const { procedure, version } = lent.value;
  const prepared = parts.shelf.version(procedure, version);
  if (prepared === null) return refused(session, 'version-missing');
  const draft = draftOf(lent.value, prepared, now, from, identity);
  return showing(session, { at: 'draft', draft, refused: null });
}

async function ask(
  { borrow: from }: ProgressPressesParts,
  wanted: { number: string; proof: Proof; identity: { method: IdentityMethod; number: string } },
  now: Date,
): Promise<Result<Loan, RefusalCode>> {
  const lent = await from?.({ loan: uuidv7(now), ...wanted });
  if (lent === undefined) return fail('platform-unreachable');
  if (lent.ok) return ok(lent.value);
  return fail(lent.error.kind === 'refused' ? lent.error.code : 'platform-unreachable');
}
