// What a file is, by what is in it. Its name is anybody's and says nothing.
import type { MediaType } from './limits.ts';

/** office: a document of a word processor, or any other packed folder. text: a script, a page of the web, plain text. */
export type FileKind = MediaType | 'program' | 'office' | 'text' | 'unknown';

type Sign = [kind: FileKind, at: number, bytes: readonly number[]];

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const SIGNS: Sign[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // Windows, Linux, macOS (four ways of writing it), Java and Android, WebAssembly, a shortcut of Windows.
  ['program', 0, ascii('MZ')],
  ['program', 0, [0x7f, ...ascii('ELF')]],
  ['program', 0, [0xfe, 0xed, 0xfa, 0xce]],
  ['program', 0, [0xfe, 0xed, 0xfa, 0xcf]],
  ['program', 0, [0xce, 0xfa, 0xed, 0xfe]],
  ['program', 0, [0xcf, 0xfa, 0xed, 0xfe]],
  ['program', 0, [0xca, 0xfe, 0xba, 0xbe]],
  ['program', 0, [0x64, 0x65, 0x78, 0x0a]],
  ['program', 0, [0x00, 0x61, 0x73, 0x6d]],
  ['program', 0, [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]],
  ['office', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['office', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['office', 0, ascii('Rar!')],
  ['office', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['office', 0, [0x1f, 0x8b]],
  ['office', 0, ascii('{\\rtf')],
  ['text', 0, ascii('#!')],
];

/** A PDF may begin a little late; a program that carries one further back is a program. */
const PDF_WITHIN = 1024;
const PDF_SIGN = ascii('%PDF-');
const LOOKED_AT = 512;

export function fileKind(bytes: Uint8Array): FileKind {
  const sign = SIGNS.find(([, at, wanted]) => isAt(bytes, at, wanted));
  if (sign !== undefined) return sign[0];
  if (isWithin(bytes.subarray(0, PDF_WITHIN), PDF_SIGN)) return 'application/pdf';
  return isText(bytes.subarray(0, LOOKED_AT)) ? 'text' : 'unknown';
}

/** A mark of the encoding, which programs of Windows put in front of whatever they save. */
const ENCODING_MARK = [0xef, 0xbb, 0xbf];
const PACKED_END = [0x50, 0x4b, 0x05, 0x06];
/** The table of a packed folder may have a remark of 65,535 bytes behind its own 22: so far back do unpackers look. */
const PACKED_END_WITHIN = 65_557;

/**
 * Whether a PDF is something else too: a browser or a shell takes a file by its beginning, an unpacker by its end. Only what a
 * PDF may have in front of it, blanks and the mark of an encoding, stands there then.
 */
export function isAlsoElse(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((_, at) => isAt(bytes, at, PDF_SIGN));
  const marked = isAt(bytes, 0, ENCODING_MARK) ? ENCODING_MARK.length : 0;
  const isPlain = bytes.subarray(marked, start).every((byte) => byte <= 0x20);
  return !isPlain || isWithin(bytes.subarray(-PACKED_END_WITHIN), PACKED_END);
}

function isAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function isWithin(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return bytes.some((_, at) => isAt(bytes, at, wanted));
}

/** Nothing below a blank but tabs and ends of lines. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
