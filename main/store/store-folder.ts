import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import type { StoreFault } from './store-fault.ts';

/** Makes the data folder where it is missing. Why nothing can be kept there; null: it can. */
export async function faultOfFolder(folder: string): Promise<StoreFault | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A folder on a disk that is mounted to be read only is there, and takes nothing.
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return { code: 'S-09', reason: 'not-writable', detail: (error as Error).message };
  }
}
