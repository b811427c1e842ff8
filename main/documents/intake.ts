// The way of a file into a draft: looked at, redrawn if it is a picture, encrypted. Whatever comes here was made by
// somebody's telephone, somebody's computer or a screen that might be somebody else's by now.
import { fileFaults } from '../../domain/documents/file-faults.ts';
import { guardFile, type Takes } from '../../domain/documents/guard.ts';
import type { Message } from '../../domain/message.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { inspectPdf } from './pdf-inspector.ts';
import { redraw } from './picture.ts';
import type { KeptFile, Vault } from './vault.ts';

export interface IntakeParts {
  vault: Vault;
  timers: Timers;
  log: Log;
}

/** Takes a file in; or the sentence why not, and then nothing of it is kept. */
export async function takeIn(
  parts: IntakeParts,
  bytes: Uint8Array,
  takes: Takes,
): Promise<Result<KeptFile, Message>> {
  const kind = guardFile(bytes, takes);
  if (!kind.ok) return kind;
  return kind.value === 'application/pdf' ? takePdf(parts, bytes) : takePicture(parts, bytes);
}

async function takePdf(parts: IntakeParts, bytes: Uint8Array): Promise<Result<KeptFile, Message>> {
  const pages = await inspectPdf(bytes, parts.timers);
  return pages.ok ? keep(parts, bytes, 'application/pdf', pages.value) : pages;
}

async function takePicture(parts: IntakeParts, bytes: Uint8Array): Promise<Result<KeptFile, Message>> {
  const drawn = await redraw(bytes);
  return drawn.ok ? keep(parts, drawn.value, 'image/jpeg', 1) : drawn;
}

async function keep(
  { vault, log }: IntakeParts,
  ...file: Parameters<Vault['keep']>
): Promise<Result<KeptFile, Message>> {
  try {
    return ok(await vault.keep(...file));
  } catch (error) {
    log.unexpected('document not kept', error);
    return fail(fileFaults.notKept);
  }
}
