import { join } from 'node:path';
import { loadProcedures } from '../lib/procedures/load.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import type { Prepared } from '../domain/procedure/prepared.ts';

/** The procedures that ship with the program. */
export const SHIPPED = join(import.meta.dirname, '..', 'procedures');

export function shippedShelf(): Promise<ProcedureShelf> {
  return loadProcedures(SHIPPED);
}

/** The registration of a limited company, as it is shipped. */
export async function llc(): Promise<Prepared> {
  const prepared = (await shippedShelf()).latest('business-registration-llc');
  if (prepared === null) throw new Error('the procedure is missing');
  return prepared;
}
