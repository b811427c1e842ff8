import { describe, expect, it } from 'vitest';
import {
  jpeg,
  jpegClaiming,
  noDocuments,
  packedFolder,
  pdf,
  png,
  pngClaiming,
  withExif,
} from '../../tests/builders/files.ts';
import { guardFile } from './guard.ts';
import { FILE_BYTES } from './limits.ts';

const ANY = { accepts: ['image/jpeg', 'image/png', 'application/pdf'] };
const PICTURES = { accepts: ['image/jpeg'] };

function said(bytes: Uint8Array, takes = ANY): string {
  const guarded = guardFile(bytes, takes);
  return guarded.ok ? guarded.value : guarded.error.code;
}

const [photo, scan, paper] = await Promise.all([jpeg(), png(), pdf(2)]);

describe('a file is what is in it', () => {
  it.each([
    ['a photograph', photo, 'image/jpeg'],
    [
      'a photograph with what a telephone writes beside it',
      withExif(photo, 'taken at home', 6),
      'image/jpeg',
    ],
    ['a scan', scan, 'image/png'],
    ['a PDF', paper, 'application/pdf'],
    ['a PDF that begins a little late', Buffer.concat([Buffer.from('\n\n'), paper]), 'application/pdf'],
    ['a photograph with something behind its end', Buffer.concat([photo, Buffer.alloc(900)]), 'image/jpeg'],
  ])('%s is taken', (_, bytes, type) => {
    expect(said(bytes)).toBe(type);
  });

  it('asks nothing of its name: bytes are all it is given', () => {
    // A photograph called contract.pdf and a program called photo.jpg come to this.
    expect(said(photo)).toBe('image/jpeg');
    expect(said(noDocuments['a program of Windows'])).toBe('file/program');
  });

  it('takes no PDF where only pictures are wanted', () => {
    expect(said(paper, PICTURES)).toBe('file/no-pdf');
    expect(said(photo, PICTURES)).toBe('image/jpeg');
    expect(said(photo, { accepts: ['application/pdf'] })).toBe('image/jpeg');
  });
});

describe('what is no document', () => {
  it.each([
    ['a program of Windows', 'file/program'],
    ['a program of Linux', 'file/program'],
    ['a program of macOS', 'file/program'],
    ['an Android program', 'file/program'],
    ['a shortcut', 'file/program'],
    ['a shell script', 'file/text'],
    ['a page of the web', 'file/text'],
    ['a batch file', 'file/text'],
    ['a vector picture with a script', 'file/text'],
    ['a document of a word processor', 'file/office'],
    ['an old document of a word processor', 'file/office'],
    ['an archive', 'file/office'],
    ['noise', 'file/unknown'],
  ] as const)('%s is refused as what it is', (name, code) => {
    expect(said(noDocuments[name])).toBe(code);
  });

  it('is refused in a sentence that says what to do instead, in both languages', () => {
    const guarded = guardFile(noDocuments['a document of a word processor'], ANY);
    expect(guarded.ok ? null : guarded.error.text).toEqual({
      'zh-CN': '这是 Office 文件或压缩包，不能收。请先另存为 PDF，或者把纸的那份拍下来。',
      en: 'This is an Office file or an archive and cannot be taken. Save it as PDF first, or photograph the paper instead.',
    });
  });
});

describe('a PDF that is something else as well', () => {
  const behind = Buffer.concat([paper, packedFolder()]);

  it.each([
    ['a page of the web in front', Buffer.concat([Buffer.from('<script>alert(1)</script>'), paper])],
    ['an order to a shell in front', Buffer.concat([Buffer.from('rm -rf / #'), paper])],
    ['a packed folder behind its end', behind],
    [
      'a packed folder before its last line',
      Buffer.concat([paper, packedFolder(), Buffer.from('\n%%EOF\n')]),
    ],
  ])('with %s is refused', (_, bytes) => {
    expect(said(bytes)).toBe('pdf/carrier');
  });

  it('is a PDF with blanks and a mark of its encoding in front', () => {
    expect(said(Buffer.concat([Buffer.from('\uFEFF\r\n \0'), paper]))).toBe('application/pdf');
  });
});

describe('what is broken', () => {
  it('an empty file', () => {
    expect(said(Buffer.alloc(0))).toBe('file/empty');
  });

  it('100 MB, whatever they are, and the sentence has both numbers', () => {
    const large = Buffer.alloc(100 * 1024 * 1024);
    photo.copy(large);
    const guarded = guardFile(large, ANY);
    expect(guarded.ok ? '' : guarded.error.text['zh-CN']).toContain('这个文件有 100 MB，最大能收 20 MB。');
    expect(said(large.subarray(0, FILE_BYTES + 1))).toBe('file/too-large');
  });

  it.each([
    ['a photograph cut in half', photo.subarray(0, photo.length / 2), 'file/truncated'],
    ['a photograph without its last two bytes', photo.subarray(0, -2), 'file/truncated'],
    ['a photograph of which only the head is here', photo.subarray(0, 12), 'file/truncated'],
    ['a scan cut in half', scan.subarray(0, scan.length / 2), 'file/truncated'],
    ['a scan without its last byte', scan.subarray(0, -1), 'file/truncated'],
    ['a PDF cut in half', paper.subarray(0, paper.length / 2), 'file/truncated'],
    [
      'a photograph whose parts do not follow',
      Buffer.concat([photo.subarray(0, 2), Buffer.alloc(40, 7)]),
      'file/unknown',
    ],
  ])('%s', (_, bytes, code) => {
    expect(said(bytes)).toBe(code);
  });

  it('a thumbnail in front does not make a cut photograph whole', () => {
    // The thumbnail ends like a picture: it stands before the cut.
    const cut = withExif(photo, photo.subarray(0, 600).toString('latin1') + '\xff\xd9').subarray(
      0,
      photo.length,
    );
    expect(said(cut)).toMatch(/^file\/(truncated|damaged)$/);
  });

  it.each([
    ['a photograph', jpegClaiming(photo, 60_000, 60_000)],
    ['a scan', pngClaiming(scan, 100_000, 100_000)],
  ])('%s that would unpack to gigabytes is refused before it is unpacked', (_, bytes) => {
    expect(said(bytes)).toBe('picture/too-many-pixels');
  });

  it.each([
    ['a photograph', jpegClaiming(photo, 0, 560)],
    ['a scan', pngClaiming(scan, 0, 0)],
  ])('%s without any size', (_, bytes) => {
    expect(said(bytes)).toBe('file/damaged');
  });
});
