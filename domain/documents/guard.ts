// Whether a file may be looked into at all: asked of its bytes alone, before anything unpacks them.
import type { Message } from '../message.ts';
import { fail, ok, type Result } from '../result.ts';
import { fileFaults, tooLarge, tooManyPixels } from './file-faults.ts';
import { fileKind, isAlsoElse, type FileKind } from './file-kind.ts';
import { jpegFrame, type PictureFrame } from './jpeg.ts';
import { FILE_BYTES, MEDIA_TYPES, PICTURE_PIXELS, type MediaType } from './limits.ts';
import { pngFrame } from './png.ts';

/** What a document's rule takes; see `DocumentRule`. */
export interface Takes {
  accepts: readonly string[];
}

/** Whether a document may be of this type. Pictures are redrawn as JPEG, whichever kind of picture is meant. */
export function takesType({ accepts }: Takes, type: MediaType): boolean {
  return accepts.includes(type) || (type === 'image/jpeg' && accepts.some((one) => one.startsWith('image/')));
}

/** The type of a file by its content; or the sentence why it is not taken. */
export function guardFile(bytes: Uint8Array, takes: Takes): Result<MediaType, Message> {
  if (bytes.length === 0) return fail(fileFaults.empty);
  if (bytes.length > FILE_BYTES) return fail(tooLarge(bytes.length));
  const kind = fileKind(bytes);
  if (!isMediaType(kind)) return fail(fileFaults[kind]);
  const fault = kind === 'application/pdf' ? pdfFault(bytes, takes) : pictureFault(bytes, kind);
  return fault === null ? ok(kind) : fail(fault);
}

function isMediaType(kind: FileKind): kind is MediaType {
  return MEDIA_TYPES.some((type) => type === kind);
}

function pdfFault(bytes: Uint8Array, { accepts }: Takes): Message | null {
  if (!accepts.includes('application/pdf')) return fileFaults.noPdf;
  if (!endsAsPdf(bytes)) return fileFaults.truncated;
  return isAlsoElse(bytes) ? fileFaults.carrier : null;
}

/** What may stand behind the end of a PDF: readers look that far back (ISO 32000-1, Annex H.3). */
const END_WITHIN = 1024;

function endsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(-END_WITHIN)).includes('%%EOF');
}

/** Pictures become pages: a document that takes only PDF takes them too. */
function pictureFault(bytes: Uint8Array, kind: 'image/jpeg' | 'image/png'): Message | null {
  const frame = kind === 'image/jpeg' ? jpegFrame(bytes) : pngFrame(bytes);
  if (!frame.ok) return fileFaults[frame.error];
  return isBomb(frame.value) ? tooManyPixels(frame.value.width, frame.value.height) : null;
}

function isBomb({ width, height }: PictureFrame): boolean {
  return width * height > PICTURE_PIXELS;
}
