// The presses before an application: what is there, what it asks, and its beginning.
import { refusalText, type RefusalCode } from '../../../domain/contract/refusals.ts';
import { fail } from '../../../domain/result.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { ProcedureShelf } from '../../../lib/procedures/shelf.ts';
import type { Handlers } from '../../dispatch.ts';
import { uuidv7 } from '../../ids.ts';
import type { Storage } from '../../submissions/reserve.ts';
import type { Submitter } from '../../submissions/submitter.ts';
import { unlessPersonal, type Desk } from '../desk.ts';
import { newDraft, type Draft } from '../draft.ts';
import { isPersonal, showing, type Session } from '../session.ts';

export interface BeginParts {
  shelf: ProcedureShelf;
  submitter: Submitter | null;
  storage: Storage;
  clock: Clock;
  log: Log;
  /** What comes after the guide: the identity step, or the first question. */
  start: (session: Session, draft: Draft) => Session;
}

export function beginPresses(
  desk: Desk,
  parts: BeginParts,
): Pick<Handlers, 'begin' | 'openMatter' | 'beginApplication'> {
  const { shelf } = parts;

  function openMatter(procedure: string): Session {
    const session = desk.session();
    return isPersonal(session) ? session : showing(session, { at: 'guide', procedure, closed: null });
  }

  return {
    begin: () =>
      desk.open(() => unlessPersonal(desk.session(), () => showing(desk.session(), { at: 'matters' }))),
    openMatter: async ({ procedure }) =>
      shelf.latest(procedure) === null
        ? fail({ code: 'no-such-procedure' })
        : desk.open(() => openMatter(procedure)),
    beginApplication: ({ procedure }) => desk.open(() => beginApplication(parts, desk.session(), procedure)),
  };
}

async function beginApplication(parts: BeginParts, session: Session, procedure: string): Promise<Session> {
  const { shelf, clock, log } = parts;
  const prepared = shelf.latest(procedure);
  if (prepared === null || isPersonal(session)) return session;
  const because = await closedBecause(parts);
  if (because !== null) {
    log.warn('application not begun', { code: because, procedure });
    return showing(session, { at: 'guide', procedure, closed: refusalText(because) });
  }
  return parts.start(session, newDraft(prepared, uuidv7(clock.now()), clock.now()));
}

async function closedBecause({ submitter, storage }: BeginParts): Promise<RefusalCode | null> {
  if (submitter === null) return 'not-enrolled';
  if (await storage.isLow()) return 'storage-low';
  return submitter.closedBecause();
}
