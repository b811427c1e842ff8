// What is on the screen now, as a view: the session, and what else is known at this moment.
import type { View } from '../../domain/contract/views.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { IdentityFacts } from './views/identity.ts';
import { progressFacts } from './progress-facts.ts';
import type { Session } from './session.ts';
import type { SessionParts } from './session-parts.ts';
import type { ViewContext } from './views/context.ts';
import type { ReceiptFacts } from './views/finish.ts';
import { closedView, stillThereView } from './views/opening.ts';
import { viewOf } from './views/view.ts';

export interface Now {
  session: () => Session;
  closed: () => SessionParts['closed'];
  identity: () => IdentityFacts;
}

export interface Views {
  /** Each has a number of its own, higher than the one before. */
  viewContext(at?: Date): ViewContext;
  view(): Promise<View>;
}

export function createViews(parts: SessionParts, now: Now): Views {
  const { config, place, shelf, store, clock } = parts;
  let revision = 0;

  const viewContext = (at = clock.now()): ViewContext => ({
    place,
    revision: (revision += 1),
    today: dayInCity(at),
    calendar: shelf.calendar,
    ways: parts.documents.ways,
  });

  async function receiptFacts(): Promise<ReceiptFacts | null> {
    const { screen } = now.session();
    if (screen.at !== 'receipt') return null;
    const { sequence } = screen.receipt;
    const submission = await store.submissions.bySequence(sequence);
    const print = await store.printJobs.latestOf(sequence);
    const copy = await store.copyJobs.latestOf(sequence);
    return submission === null ? null : { submission, print, copy, reprints: config.reprints };
  }

  async function view(): Promise<View> {
    const plain = viewContext();
    const context = { ...plain, ...(await parts.staff.deskOf(now.session(), plain)) };
    // As it is by now: whoever asks who is there does not wait for a turn.
    const [session, closed] = [now.session(), now.closed()];
    if (closed !== null) return closedView(session, context, closed.code, closed.because);
    if (session.isAsking) return stillThereView(session, context, config.idle.clearAfterSeconds);
    if (session.screen.at === 'staff') return parts.staff.view(session, context);
    const progress = await progressFacts(session, { ...parts, reprints: config.reprints });
    const ratings = parts.ratings?.catalogue ?? null;
    return viewOf(now.session(), context, shelf, await receiptFacts(), now.identity(), progress, ratings);
  }

  return { viewContext, view };
}
