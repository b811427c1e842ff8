import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fileFaults, tooLarge } from '../../../domain/documents/file-faults.ts';
import { FILE_BYTES } from '../../../domain/documents/limits.ts';
import type { Message } from '../../../domain/message.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';

const BLOCK_BYTES = 256 * 1024;

/** What is asked of the file system. */
export type OpenAt = (path: string, flags: number) => Promise<Pick<FileHandle, 'stat' | 'read' | 'close'>>;

/**
 * All of a file, into memory. A stick that is pulled out in the middle leaves nothing: what was read is let go. A name
 * that has become a link or a device since it was listed is not followed.
 */
export async function copyFile(path: string, openAt: OpenAt = open): Promise<Result<Buffer, Message>> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await openAt(path, flags).catch(() => null);
  if (handle === null) return fail(fileFaults.gone);
  try {
    return await readAll(handle);
  } catch {
    // The stick is gone, or it cannot be read there: either way another try is what helps.
    return fail(fileFaults.gone);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function readAll(handle: Awaited<ReturnType<OpenAt>>): Promise<Result<Buffer, Message>> {
  const seen = await handle.stat();
  if (!seen.isFile()) return fail(fileFaults.unknown);
  if (seen.size > FILE_BYTES) return fail(tooLarge(seen.size));
  const blocks: Buffer[] = [];
  for (let read = 0; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BLOCK_BYTES), 0, BLOCK_BYTES, read);
    if (bytesRead === 0) return read < seen.size ? fail(fileFaults.gone) : ok(Buffer.concat(blocks));
    read += bytesRead;
    // It may grow under our eyes; the limit holds for what is read.
    if (read > FILE_BYTES) return fail(tooLarge(read));
    blocks.push(buffer.subarray(0, bytesRead));
  }
}
