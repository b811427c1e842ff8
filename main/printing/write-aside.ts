import { open, rename, rm } from 'node:fs/promises';

const ASIDE = '.part';

/** Whether a file is one that was being written when the process ended. */
export function isHalfWritten(name: string): boolean {
  return name.endsWith(ASIDE);
}

/**
 * Writes files so that nobody ever sees half of one: all of them aside and onto the disk, then each under its name. If
 * one cannot be written, none appears. Readable by the kiosk's own user only.
 */
export async function writeWhole(files: { path: string; content: Buffer }[]): Promise<void> {
  try {
    for (const { path, content } of files) await writeAside(path + ASIDE, content);
  } catch (error) {
    for (const { path } of files) await rm(path + ASIDE, { force: true });
    throw error;
  }
  for (const { path } of files) await rename(path + ASIDE, path);
}

async function writeAside(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
