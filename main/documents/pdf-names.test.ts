import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfNames } from './pdf-names.ts';

/** A stream with its description, as it stands in a PDF. */
function stream(description: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`1 0 obj\n<< ${description} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

const objects = (text: string) =>
  stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.from(text)));

it.each([
  ['an action in the open', Buffer.from('<< /S /JavaScript /JS (app.alert(1)) >>'), 'active'],
  ['an action among packed objects', objects('<< /S /Launch /F (cmd.exe) >>'), 'active'],
  ['a name written with digits for its letters', Buffer.from('<< /S /J#61vaScript >>'), 'active'],
  [
    'packed objects whose kind is written so',
    stream('/Type /Obj#53tm /Filter /FlateDecode', deflateSync(Buffer.from('/XFA'))),
    'active',
  ],
  ['a file that is carried, among packed objects', objects('<< /Type /EmbeddedFile >>'), 'carrier'],
  [
    'packed objects that cannot be unpacked',
    stream('/Type /ObjStm /Filter /LZWDecode', Buffer.from('zzz')),
    'unreadable',
  ],
  [
    'packed objects that unpack to more than any document',
    stream('/Type /ObjStm', deflateSync(Buffer.alloc(65 * 1024 * 1024))),
    'unreadable',
  ],
  ['nothing of all that', objects('<< /Type /Page /Annots [] >>'), null],
] as const)('sees %s', (_, bytes, found) => {
  expect(pdfNames(bytes)).toBe(found);
});

it('takes the words of a page and the dots of a picture for what they are', () => {
  const page = stream('/Filter /FlateDecode', deflateSync(Buffer.from('BT (/JavaScript) Tj ET')));
  const picture = stream('/Subtype /Image', Buffer.from('\xff\xd8 /JS /XFA \xff\xd9', 'latin1'));
  expect(pdfNames(Buffer.concat([page, picture]))).toBeNull();
});

it('is not fooled by a stream that is none, laid over an action', () => {
  expect(pdfNames(Buffer.from('% >>\nstream\n1 0 obj << /S /JavaScript >>'))).toBe('active');
  expect(pdfNames(Buffer.from('% >>\nstream\n1 0 obj << /S /Launch >>\nendstream'))).toBe('active');
});

it('is quick with megabytes of blanks', () => {
  expect(pdfNames(Buffer.alloc(8 * 1024 * 1024, ' '))).toBeNull();
});
