// Whether a record may be lent: for a matter that uses it, with the consent that matter demands, and personal records only
// about whoever showed that they are that person. A kiosk asks only what it may; whoever got hold of its key may ask anything.
import type { RecordRequest } from '../../domain/contract/platform-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Prefill } from '../../domain/procedure/procedure.ts';
import { isLentRecord, isPersonalRecord, type LentRecordType } from '../../domain/records/records.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';

export interface Granted {
  record: LentRecordType;
  /** Places in the record that the matter uses. */
  places: string[];
}

export type RecordRefusal = Extract<RefusalCode, `record-${string}`>;

export function judgeRequest(
  request: RecordRequest,
  shelf: Pick<ProcedureShelf, 'version'>,
): Result<Granted, RecordRefusal> {
  const { record, key, identity, consent } = request;
  if (!isLentRecord(record)) return fail('record-not-lent');
  const uses = usesOf(request, shelf);
  if (uses.length === 0) return fail('record-not-for-this');
  if (!consent && uses.some((prefill) => prefill.consent)) return fail('record-needs-consent');
  if (isPersonalRecord(record)) {
    if (identity.method === 'typed' || identity.number === null) return fail('record-needs-identity');
    if (identity.number !== key) return fail('record-of-another');
  }
  return ok({ record, places: [...new Set(uses.flatMap(({ into }) => Object.values(into)))] });
}

function usesOf(
  { record, procedure, version }: RecordRequest,
  shelf: Pick<ProcedureShelf, 'version'>,
): Prefill[] {
  const prepared = shelf.version(procedure, version);
  return prepared?.procedure.prefill.filter((prefill) => prefill.record === record) ?? [];
}
