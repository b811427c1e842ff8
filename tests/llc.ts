import { join } from 'node:path';
import { loadProcedures } from '../lib/procedures/load.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import type { Prepared } from '../domain/procedure/prepared.ts';

/** The procedures that ship with the program. */
export const SHIPPED = join(import.meta.dirname, '..', 'procedures');

let loaded: Promise<ProcedureShelf> | null = null;

/** Loaded once for each file of tests: it takes a second of the processor. */
export function shippedShelf(): Promise<ProcedureShelf> {
  loaded ??= loadProcedures(SHIPPED);
  return loaded;
}

/** The registration of a limited company, as it is shipped. */
export async function llc(): Promise<Prepared> {
  const prepared = (await shippedShelf()).latest('business-registration-llc');
  if (prepared === null) throw new Error('the procedure is missing');
  return prepared;
}
