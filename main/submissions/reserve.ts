// Space set aside so that an application that was begun can still be saved when the disk fills up under it.
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface Storage {
  /** Whether a new application may be begun: enough free space, and the reserve is in place. */
  isLow(): Promise<boolean>;
  /** Gives the reserve back to the disk, for one commit that must not fail. */
  releaseReserve(): Promise<void>;
  /** Puts the reserve in place where it is missing, if the disk lets it. */
  fillReserve(): Promise<void>;
  /** Free bytes of the disk; 0 when it cannot even be asked. */
  freeBytes(): Promise<number>;
}

const MEGABYTE = 1024 * 1024;

export interface StorageLimits {
  minFreeMegabytes: number;
  reserveMegabytes: number;
}

/** Free bytes of the disk that a folder is on, for whoever is not root. Throws what the disk throws. */
export async function freeBytesOf(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

export function createStorage(folder: string, limits: StorageLimits, measure = freeBytesOf): Storage {
  const file = join(folder, 'reserve');
  const size = limits.reserveMegabytes * MEGABYTE;

  async function hasReserve(): Promise<boolean> {
    return (await stat(file).catch(() => null))?.size === size;
  }

  /** A disk that is gone has no room. */
  function freeBytes(): Promise<number> {
    return measure(folder).catch(() => 0);
  }

  async function fill(): Promise<void> {
    // Written, not truncated to size: a sparse file reserves nothing.
    const handle = await open(file, 'w', 0o600);
    try {
      const block = Buffer.alloc(MEGABYTE, 0x20);
      for (let written = 0; written < size; written += MEGABYTE) await handle.write(block);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async function fillReserve(): Promise<void> {
    if (await hasReserve()) return;
    try {
      await fill();
    } catch {
      // Whatever the disk refuses it for: without a reserve nothing is begun, and that is told.
      await rm(file, { force: true }).catch(() => undefined);
    }
  }

  return {
    fillReserve,
    freeBytes,

    async isLow() {
      if ((await freeBytes()) < limits.minFreeMegabytes * MEGABYTE) return true;
      // Room is back: so is the reserve, without anybody starting the kiosk again.
      await fillReserve();
      return !(await hasReserve());
    },

    async releaseReserve() {
      await rm(file, { force: true });
    },
  };
}
