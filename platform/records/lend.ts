// Lending: judged, looked up, and written down as an event before it is answered, granted or refused.
import type { LentRecord, RecordRequest } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { dayInCity, type Clock } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import { judgeRequest, type Granted, type RecordRefusal } from './judge-request.ts';
import { lentFields } from './lent-fields.ts';
import type { FoundRecord, RecordSource } from './source.ts';

export interface LendParts {
  store: Store;
  shelf: Pick<ProcedureShelf, 'version'>;
  records: RecordSource;
  clock: Clock;
}

export async function lend(
  parts: LendParts,
  kiosk: Kiosk,
  request: RecordRequest,
): Promise<Result<LentRecord, RecordRefusal>> {
  const granted = judgeRequest(request, parts.shelf);
  if (!granted.ok) return refused(parts, kiosk, request, granted.error);
  const from = parts.records.departmentOf(granted.value.record);
  if (from === null) return refused(parts, kiosk, request, 'record-not-lent');
  const found = await parts.records.find(granted.value.record, request.key);
  await note(parts, kiosk, request, 'record-lent', { isFound: found !== null });
  return ok({ record: request.record, from, ...shown(found, granted.value, request, parts.clock) });
}

/** Nothing is known about whom there is no record: that is an answer of today. */
function shown(
  found: FoundRecord | null,
  { places }: Granted,
  { identity }: RecordRequest,
  clock: Clock,
): Pick<LentRecord, 'on' | 'fields'> {
  if (found === null) return { on: dayInCity(clock.now()), fields: null };
  const shownTo = identity.method === 'typed' ? null : identity.number;
  return { on: found.on, fields: lentFields(found.fields, places, shownTo) };
}

async function refused(
  parts: LendParts,
  kiosk: Kiosk,
  request: RecordRequest,
  because: RecordRefusal,
): Promise<Result<never, RecordRefusal>> {
  await note(parts, kiosk, request, 'record-refused', { because });
  return fail(because);
}

/** What was asked, on what ground and for what; not about whom: the application itself says that to whoever may read it. */
function note(
  { store, clock }: LendParts,
  kiosk: Kiosk,
  { record, procedure, application, consent, identity }: RecordRequest,
  kind: 'record-lent' | 'record-refused',
  outcome: { isFound: boolean } | { because: RecordRefusal },
): Promise<void> {
  const body = { record, procedure, application, consent, identity: identity.method, ...outcome };
  const event = { kind, at: clock.now().toISOString(), caseId: null, kiosk: kiosk.id, body };
  return store.transaction((stores) => stores.events.append(kiosk.division, [event]));
}
