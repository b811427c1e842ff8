// The application that holds in a case, opened for one answer and kept nowhere.
import { walk, type Walk } from '../../domain/procedure/pages.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Application } from '../../domain/submission/envelope.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { OpeningKey } from '../../lib/envelope-crypto.ts';
import { openApplication, readEnvelope } from '../../lib/envelope.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Case } from '../store/cases.ts';
import type { Stores } from '../store/store.ts';

export interface OpenedCase {
  prepared: Prepared;
  application: Application;
  walked: Walk;
  /** The bytes it was opened from. */
  envelope: Buffer;
}

export interface OpenParts {
  shelf: Pick<ProcedureShelf, 'version'>;
  openingKey: OpeningKey;
}

/** null: its procedure's version or its key is not here. */
export async function openCurrent(
  found: Case,
  stores: Pick<Stores, 'submissions'>,
  { shelf, openingKey }: OpenParts,
): Promise<OpenedCase | null> {
  const { division, submission, completedAt } = found.current;
  const bytes = await stores.submissions.envelopeOf(division, submission);
  if (bytes === null) throw new Error('a case without a submission');
  const prepared = shelf.version(found.procedure, found.version);
  const envelope = readEnvelope(bytes);
  const application = envelope === null ? null : openApplication(envelope, openingKey);
  if (prepared === null || application === null) return null;
  const walked = walk(prepared, application.answers as JsonObject, dayInCity(new Date(completedAt)));
  return { prepared, application, walked, envelope: bytes };
}
