// Bad files, brought on a stick and through the camera's path, at a real kiosk: the sentence, word for word in both languages,
// and nothing of the file kept. What each is taken for is tested beside the rules (domain/documents, main/documents).
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SHOT_PART_CHARACTERS, SHOT_PARTS } from '../../domain/contract/shots.ts';
import type { ViewOf } from '../../domain/contract/views.ts';
import { SHOT_BYTES } from '../../domain/documents/limits.ts';
import {
  badPdfs,
  jpeg,
  jpegClaiming,
  noDocuments,
  noisyJpeg,
  packedFolder,
  pdf,
  png,
  pngClaiming,
} from '../builders/files.ts';
import { openDocumentCity, type DocumentCity } from '../document-city.ts';
import { openUsbPort, type UsbPort } from '../fakes/usb-port.ts';
import { ask } from '../fill-in.ts';
import { on, openCapture, photograph } from '../hand-in-documents.ts';

const [photo, scan, paper] = await Promise.all([jpeg(), png(), pdf(2)]);
/** Some blocks of a stick long. */
const large = await noisyJpeg(900, 1000);
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

const EMPTY = [
  '这个文件是空的，里面什么也没有。请换一个，或者把纸的那份拍下来。',
  'This file is empty: there is nothing in it. Choose another, or photograph the paper instead.',
];
const PROGRAM = [
  '这是一个程序，不是材料，不能收。这里只收 PDF 和照片（JPG、PNG）。',
  'This is a program, not a document, and cannot be taken. Only PDF and pictures (JPG, PNG) can.',
];
const OFFICE = [
  '这是 Office 文件或压缩包，不能收。请先另存为 PDF，或者把纸的那份拍下来。',
  'This is an Office file or an archive and cannot be taken. Save it as PDF first, or photograph the paper instead.',
];
const TEXT = [
  '这是网页、脚本或纯文字，不能收。请先另存为 PDF，或者把纸的那份拍下来。',
  'This is a web page, a script or plain text and cannot be taken. Save it as PDF first, or photograph the paper instead.',
];
const UNKNOWN = [
  '看不出这是什么文件，不能收。这里只收 PDF 和照片（JPG、PNG），请换一个，或者把纸的那份拍下来。',
  'Nobody can tell what this file is. Only PDF and pictures (JPG, PNG) can be taken: choose another, or photograph the paper instead.',
];
const TRUNCATED = [
  '这个文件不完整，后面缺了一截。请重新拷一份，或者把纸的那份拍下来。',
  'This file is not whole: its end is missing. Copy it to the stick again, or photograph the paper instead.',
];
const DAMAGED = [
  '这个文件打不开，可能坏了。请重新拷一份，或者把纸的那份拍下来。',
  'This file cannot be opened and may be damaged. Copy it to the stick again, or photograph the paper instead.',
];
const ENCRYPTED = [
  '这个 PDF 加了密码，部门打不开，不能收。请去掉密码再存一份，或者把纸的那份拍下来。',
  'This PDF is protected by a password, so the departments could not open it. Save it without one, or photograph the paper instead.',
];
const ACTIVE = [
  '这个 PDF 里有会运行的代码，不能收。请用“打印成 PDF”再存一份，或者把纸的那份拍下来。',
  'This PDF holds code that runs and cannot be taken. Print it to a new PDF, or photograph the paper instead.',
];
const CARRIER = [
  '这个 PDF 里夹着别的文件，不能收。请用“打印成 PDF”再存一份，或者把纸的那份拍下来。',
  'This PDF carries other files and cannot be taken. Print it to a new PDF, or photograph the paper instead.',
];
const GONE = [
  'U\u00A0盘拔出来了，这个文件没有读完，什么也没有留下。请插好再选一次。',
  'The stick was pulled out before the file was read, and nothing of it was kept. Put it back and choose again.',
];
const NOT_KEPT = [
  '没有存上，这一页还没有收下。请再试一次，或者找工作人员。',
  'It could not be stored and has not been taken. Try again, or ask a member of staff.',
];

function tooManyDots(dots: string, en: string) {
  return [
    `这张图片太大，有 ${dots} 点。请把它缩小再存一份，或者把纸的那份拍下来。`,
    `This picture is too large: ${en} dots. Save a smaller one, or photograph the paper instead.`,
  ];
}

/** Name on the stick, what is in it, and what is said in Chinese and in English. */
type BadFile = [name: string, bytes: Uint8Array, said: string[]];

const BAD: BadFile[] = [
  ['nothing.jpg', Buffer.alloc(0), EMPTY],
  ['half.jpg', half(photo), TRUNCATED],
  ['half.png', half(scan), TRUNCATED],
  ['half.pdf', half(paper), TRUNCATED],
  ['without its last byte.png', scan.subarray(0, -1), TRUNCATED],
  [
    'a thousand million dots.jpg',
    jpegClaiming(photo, 60_000, 60_000),
    tooManyDots('60000 × 60000', '60000 by 60000'),
  ],
  ['without size.png', pngClaiming(scan, 0, 0), DAMAGED],
  ['a program called a photograph.jpg', noDocuments['a program of Windows'], PROGRAM],
  ['a program called a paper.pdf', noDocuments['a program of Linux'], PROGRAM],
  ['a shortcut.pdf', noDocuments['a shortcut'], PROGRAM],
  ['a letter called a paper.pdf', noDocuments['a document of a word processor'], OFFICE],
  ['an archive.png', noDocuments['an archive'], OFFICE],
  ['a page of the web.pdf', noDocuments['a page of the web'], TEXT],
  ['a drawing with a script.png', noDocuments['a vector picture with a script'], TEXT],
  ['noise.jpg', noDocuments.noise, UNKNOWN],
  ['only its first line.pdf', Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}\n%%EOF`), DAMAGED],
  ['with a password.pdf', await badPdfs.password(), ENCRYPTED],
  ['with a script.pdf', await badPdfs['script when opened'](), ACTIVE],
  ['with a program inside.pdf', await badPdfs.attachment(), CARRIER],
  ['two things in one.pdf', Buffer.concat([paper, packedFolder()]), CARRIER],
  ['a page and a paper.pdf', Buffer.concat([Buffer.from('<script>alert(1)</script>'), paper]), CARRIER],
];

/** What people really bring: a name that says something else. It is what is in it. */
const WRONGLY_NAMED: [string, Uint8Array][] = [
  ['a photograph called a paper.pdf', photo],
  ['a scan called a photograph.jpg', scan],
];

let port: UsbPort;
let city: DocumentCity;
let list: ViewOf<'documents'>;

beforeAll(async () => {
  port = openUsbPort();
  city = await openDocumentCity({ media: port.media });
});
beforeEach(async () => {
  list = await city.arrive();
});
afterEach(async () => {
  port.pullOut('KINGSTON');
  await ask(city.send, 'leave', null);
});
afterAll(async () => {
  await city.stop();
  port.remove();
});

async function openStick(): Promise<ViewOf<'usb'>> {
  return on(await ask(city.send, 'openDocument', { page: list.page, document: 'lease', by: 'usb' }), 'usb');
}

/** Chooses a file of the list by its name, turning to where it stands. */
async function take(usb: ViewOf<'usb'>, name: string) {
  for (let from = 0; from < usb.total; from += usb.files.length) {
    const shown = on(await ask(city.send, 'turnFiles', { page: usb.page, from }), 'usb');
    const file = shown.files.find((one) => one.name === name);
    if (file !== undefined) return ask(city.send, 'takeFile', { page: usb.page, file: file.id });
  }
  throw new Error(`no ${name} on the stick`);
}

const said = ({ problem }: ViewOf<'usb' | 'capture'>) => [problem?.['zh-CN'], problem?.en];

describe('from a stick', () => {
  it('each bad file is refused in its sentence, its list stays, and nothing is kept', async () => {
    const files = BAD.map(([name, bytes]): [string, Uint8Array] => [name, bytes]);
    port.plugIn('KINGSTON', Object.fromEntries(files));
    const usb = await openStick();
    const sentences: unknown[] = [];
    for (const [name] of BAD) {
      const refused = on(await take(usb, name), 'usb');
      sentences.push([name, said(refused)]);
      expect([refused.pages, refused.total, city.kept()]).toEqual([0, BAD.length, []]);
    }
    expect(sentences).toEqual(BAD.map(([name, , sentence]) => [name, sentence]));
  });

  it('100 MB are refused before they are read, with both numbers', async () => {
    const place = port.plugIn('KINGSTON', { 'film.jpg': photo });
    // A file with a hole: as large as it says, and nothing to write for this test.
    truncateSync(join(place, 'film.jpg'), 100 * 1024 * 1024);
    const refused = on(await take(await openStick(), 'film.jpg'), 'usb');
    expect(said(refused)).toEqual([
      '这个文件有 100 MB，最大能收 20 MB。请换一个小一些的，或者把纸的那份拍下来。',
      'This file has 100 MB; at most 20 MB can be taken. Choose a smaller one, or photograph the paper instead.',
    ]);
    expect(city.kept()).toEqual([]);
  });

  it('a file with another ending than its content is taken for its content', async () => {
    port.plugIn('KINGSTON', Object.fromEntries(WRONGLY_NAMED));
    let usb = await openStick();
    for (const [name] of WRONGLY_NAMED) usb = on(await take(usb, name), 'usb');
    expect([usb.pages, usb.problem, city.kept().length]).toEqual([2, null, 2]);
  });

  it('links, and endings that are none of ours, are not even listed', async () => {
    const place = port.plugIn('KINGSTON', {
      'setup.exe': noDocuments['a program of Windows'],
      'run.sh': photo,
    });
    symlinkSync('/etc/passwd', join(place, 'passwords.pdf'));
    expect((await openStick()).total).toBe(0);
  });

  it.each([0, 1, 3])(
    'pulled out after %i blocks of a file: a sentence, and nothing of it is kept',
    async (blocks) => {
      port.plugIn('KINGSTON', { 'large.jpg': large, 'other.jpg': photo });
      const usb = await openStick();
      port.pullOutAfter('KINGSTON', blocks);
      const gone = on(await take(usb, 'large.jpg'), 'usb');
      expect([said(gone), gone.state, gone.pages, city.kept()]).toEqual([GONE, 'none', 0, []]);
      // Put back, it is as if nothing had been.
      port.plugIn('KINGSTON', { 'large.jpg': photo });
      const back = on(await ask(city.send, 'goBack', { page: gone.page }), 'documents');
      list = back;
      expect(on(await take(await openStick(), 'large.jpg'), 'usb').pages).toBe(1);
    },
  );

  it('replaced by another file after it was listed, it is read as what it is now, or not at all', async () => {
    port.plugIn('KINGSTON', { 'lease.jpg': photo });
    const usb = await openStick();
    port.plugIn('KINGSTON', { 'lease.jpg': noDocuments['a program of Linux'] });
    expect(said(on(await take(usb, 'lease.jpg'), 'usb'))).toEqual(PROGRAM);
    expect(city.kept()).toEqual([]);
  });
});

describe('through the path of the camera', () => {
  it('each bad file is refused in its sentence, and nothing is kept', async () => {
    let view = await openCapture(city.send, list, 'lease');
    // Of papers one: what is in them is looked into in the same way, a second for each.
    const sent = BAD.filter(([, bytes]) => bytes.length > 0).filter(
      ([, bytes, sentence]) => sentence === CARRIER || !Buffer.from(bytes).includes('%PDF-'),
    );
    const sentences: unknown[] = [];
    for (const [name, bytes] of sent) {
      view = await photograph(city.send, view, Buffer.from(bytes));
      sentences.push([name, said(view)]);
      expect([view.pages, city.kept()]).toEqual([0, []]);
    }
    expect(sentences).toEqual(sent.map(([name, , sentence]) => [name, sentence]));
  });

  it('of nothing at all it is said that nothing was stored', async () => {
    const view = await openCapture(city.send, list, 'lease');
    const kept = on(await ask(city.send, 'keepShot', { page: view.page, shot: 'never-sent' }), 'capture');
    expect([said(kept), city.kept()]).toEqual([NOT_KEPT, []]);
  });

  it('100 MB stop at what a photograph may have, and what was cut off is refused', async () => {
    const view = await openCapture(city.send, list, 'lease');
    const part = Buffer.alloc((SHOT_PART_CHARACTERS / 4) * 3);
    photo.copy(part, 0, 0, photo.length - 2);
    const shot = { page: view.page, shot: 'a-long-film', data: part.toString('base64') };
    const parts: number[] = [];
    for (let at = 0; at < SHOT_PARTS; at += 1)
      parts.push((await ask(city.send, 'sendShot', { ...shot, part: at })).parts);
    expect(Math.max(...parts) * part.length).toBeLessThanOrEqual(SHOT_BYTES);
    // A part beyond the last is none of the contract's.
    expect(await city.send('sendShot', { ...shot, part: SHOT_PARTS })).toMatchObject({ ok: false });
    const kept = on(await ask(city.send, 'keepShot', { page: view.page, shot: 'a-long-film' }), 'capture');
    expect([said(kept), city.kept()]).toEqual([TRUNCATED, []]);
  });
});
