import { fail, ok, type Result } from '../../domain/result.ts';
import type { Log } from '../../lib/log.ts';
import type { Storage } from './reserve.ts';

/** Does what needs room on the disk; on a full one once more, with the reserve. */
export async function written<T>(
  { storage, log }: { storage: Pick<Storage, 'releaseReserve'>; log: Log },
  work: () => Promise<T>,
): Promise<Result<T, 'not-saved'>> {
  try {
    return ok(await work());
  } catch (error) {
    log.unexpected('submission not saved', error);
    if (!isDiskFull(error)) return fail('not-saved');
  }
  await storage.releaseReserve();
  try {
    return ok(await work());
  } catch (again) {
    log.unexpected('submission not saved from the reserve', again);
    return fail('not-saved');
  }
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR' || code === 'ENOSPC';
}
