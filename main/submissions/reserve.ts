// Space set aside so that an application that was begun can still be saved when the disk fills up under it.
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface Storage {
  /** Whether a new application may be begun: enough free space, and the reserve is in place. */
  isLow(): Promise<boolean>;
  /** Gives the reserve back to the disk, for one commit that must not fail. */
  releaseReserve(): Promise<void>;
  /** Puts the reserve in place where it is missing. */
  fillReserve(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

export interface StorageLimits {
  minFreeMegabytes: number;
  reserveMegabytes: number;
}

export function createStorage(folder: string, limits: StorageLimits): Storage {
  const file = join(folder, 'reserve');
  const size = limits.reserveMegabytes * MEGABYTE;

  async function hasReserve(): Promise<boolean> {
    return (await stat(file).catch(() => null))?.size === size;
  }

  return {
    async isLow() {
      const disk = await statfs(folder);
      return disk.bavail * disk.bsize < limits.minFreeMegabytes * MEGABYTE || !(await hasReserve());
    },

    async releaseReserve() {
      await rm(file, { force: true });
    },

    async fillReserve() {
      if (await hasReserve()) return;
      // Written, not truncated to size: a sparse file reserves nothing.
      const handle = await open(file, 'w', 0o600);
      try {
        const block = Buffer.alloc(MEGABYTE, 0x20);
        for (let written = 0; written < size; written += MEGABYTE) await handle.write(block);
        await handle.sync();
      } catch (error) {
        await rm(file, { force: true });
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        await handle.close();
      }
    },
  };
}
