// Names in a PDF that start something when it is opened or pressed. The reader that tells pages and attachments keeps
// quiet about some of them (what a link starts, what opening starts), so they are looked for where objects are written:
// outside of streams, and in the streams that hold objects (ISO 32000-1, 7.5.7).
import { inflateSync } from 'node:zlib';

/** Actions and parts that run code, start programs, send answers away or fetch another file. */
const ACTIVE = new Set([
  'Launch',
  'JavaScript',
  'JS',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'XFA',
]);
const CARRYING = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'RichMedia', 'Movie', 'Sound']);

/** All object streams of a document together: more is no document. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

const NAME = /\/([^\s/<>[\](){}%]+)/g;
const STREAM = /stream\r?\n/g;
/** Blanks between a description and its stream: none, or an end of line. */
const BLANKS_BETWEEN = 16;
/** How far back the description of a stream may begin. */
const HEAD_BYTES = 2048;

interface Stretch {
  /** Objects as they are written, up to a stream or the end. */
  plain: string;
  /** What is between `stream` and `endstream`, and where. */
  stream: { text: string; begin: number; end: number; holdsObjects: boolean } | null;
}

/** 'unreadable': objects are packed in a way nobody needs. */
export function pdfNames(bytes: Uint8Array): 'active' | 'carrier' | 'unreadable' | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = new Set<string>();
  let unpacked = 0;
  for (const { plain, stream } of stretches(text)) {
    collect(plain, found);
    if (stream === null) continue;
    collect(stream.text, found, true);
    if (!stream.holdsObjects) continue;
    const objects = unpack(bytes.subarray(stream.begin, stream.end), MOST_UNPACKED_BYTES - unpacked);
    if (objects === null) return 'unreadable';
    unpacked += objects.length;
    collect(objects, found);
  }
  return judged(found);
}

function* stretches(text: string): Generator<Stretch> {
  let at = 0;
  for (const { index, 0: opening } of text.matchAll(STREAM)) {
    if (index < at || !isDescribed(text, index)) continue;
    const plain = text.slice(at, index);
    const begin = index + opening.length;
    const closing = text.indexOf('endstream', begin);
    at = closing < 0 ? text.length : closing;
    const holdsObjects = /\/ObjStm\b/.test(plainNames(plain.slice(-HEAD_BYTES)));
    yield { plain, stream: { text: text.slice(begin, at), begin, end: at, holdsObjects } };
  }
  yield { plain: text.slice(at), stream: null };
}

/** A stream stands behind its description. */
function isDescribed(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - BLANKS_BETWEEN), index);
  return before.trimEnd().endsWith('>>');
}

function judged(found: Set<string>): 'active' | 'carrier' | null {
  const names = [...found];
  if (names.some((name) => ACTIVE.has(name))) return 'active';
  return names.some((name) => CARRYING.has(name)) ? 'carrier' : null;
}

/** A name may be written with `#` and two digits for any of its letters. */
function plainNames(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * `isStream`: what looks like a stream may be none, laid over objects to hide them. Long names are no chance among the dots
 * of a picture; short ones are.
 */
function collect(text: string, found: Set<string>, isStream = false): void {
  for (const [, written = ''] of text.matchAll(NAME)) {
    const name = plainNames(written);
    if (!isStream || name.length >= NO_CHANCE_LETTERS) found.add(name);
  }
}

const NO_CHANCE_LETTERS = 6;

function unpack(packed: Uint8Array, most: number): string | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).toString('latin1');
  } catch {
    // Packed in another way, damaged, or a bomb.
    return null;
  }
}
