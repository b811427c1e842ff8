// Every press there is, each family from its file.
import type { Handlers } from '../dispatch.ts';
import { mendAtCounter } from '../staff/mend-at-counter.ts';
import { cardSourceOf } from './card-source.ts';
import type { Desk } from './desk.ts';
import { answerPresses } from './presses/answers.ts';
import { beginPresses } from './presses/begin.ts';
import { copyPresses } from './presses/copies.ts';
import { documentPresses } from './presses/documents.ts';
import { helpPresses } from './presses/help.ts';
import type { IdentityDesk } from './presses/identity.ts';
import { progressPresses } from './presses/progress.ts';
import { ratingPresses } from './presses/rating.ts';
import { receiptPresses } from './presses/receipt.ts';
import { staffPresses } from './presses/staff.ts';
import type { Session } from './session.ts';
import type { SessionParts } from './session-parts.ts';
import type { ViewContext } from './views/context.ts';

/** What the one session lends its presses. */
export interface Lent {
  identity: IdentityDesk;
  viewContext: (at?: Date) => ViewContext;
  /** The person leaves; what is then on the screen. */
  leave: () => Session;
}

/** Those that only the session itself can answer stand beside it. */
type OfTheSession = 'look' | 'status' | 'arrange' | 'stillHere' | 'noteActivity' | 'leave';

export function pressesOf(
  desk: Desk,
  parts: SessionParts,
  { identity, viewContext, leave }: Lent,
): Omit<Handlers, OfTheSession> {
  const { config, timers } = parts;
  return {
    ...beginPresses(desk, { ...parts, start: identity.start }),
    ...identity.handlers,
    ...answerPresses(desk, parts.records),
    ...receiptPresses(desk, {
      ...parts,
      reprints: config.reprints,
      viewContext,
      printsCopies: parts.copies !== null,
    }),
    ...copyPresses(desk, { ...parts, reprints: config.reprints }),
    ...documentPresses(desk, { documents: parts.documents, viewContext }),
    ...helpPresses(desk, parts.callHelp),
    ...staffPresses(desk, {
      ...parts,
      room: parts.staff,
      vault: parts.documents.vault,
      isEnrolled: parts.submitter !== null,
      mend: mendAtCounter(parts.progress),
      start: identity.start,
    }),
    ...progressPresses(desk, {
      ...parts,
      cards: parts.reader === null ? null : cardSourceOf(identity.cards, timers),
    }),
    ...ratingPresses(desk, { ...parts, leave }),
  };
}
