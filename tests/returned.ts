// A department returns a case for correction, beside the running platform, as its command does.
import type { Reasons } from '../domain/correction/reasons.ts';
import { findCase } from '../platform/cases/find-case.ts';
import { returnCase } from '../platform/cases/return-case.ts';
import { openPlatformStore, openReader } from '../platform/platform.ts';

export interface ReturnedWhere {
  /** The platform's data folder. */
  data: string;
  database?: string | null;
  /** Its procedures; those that came with the program unless they are given. */
  procedures?: string;
}

/** Throws when it cannot be returned. */
export async function returnFor(
  { data, database = null, procedures }: ReturnedWhere,
  number: string,
  reasons: Reasons,
  at: Date,
): Promise<void> {
  const parts = await openReader(data, procedures);
  const store = await openPlatformStore(data, database);
  try {
    const found = await findCase(store, number);
    if (found === null) throw new Error(`no case ${number}`);
    const done = await returnCase(store, parts, found, reasons, null, at.toISOString());
    if (!done.ok) throw new Error(`not returned: ${JSON.stringify(done.error)}`);
  } finally {
    await store.close();
  }
}
