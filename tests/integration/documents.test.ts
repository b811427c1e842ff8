// Documents from the page to the department: handed in, at rest, on the way, arrived.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDocument } from '../../lib/document-crypto.ts';
import { openStore } from '../../main/store/store.ts';
import { badPdfs, jpeg, noDocuments, noisyJpeg, pdf } from '../builders/files.ts';
import { openDocumentCity, type DocumentCity } from '../document-city.ts';
import { openUsbPort } from '../fakes/usb-port.ts';
import { ask } from '../fill-in.ts';
import { on, openCapture, photograph, photographAll, sendShot, statesOn } from '../hand-in-documents.ts';

let city: DocumentCity;
afterEach(() => city.stop());

const [first, second, third, fourth] = (await Promise.all(
  ['#f6f3ea', '#e8f0ff', '#ffe8e8', '#e8ffe8'].map((tint) => jpeg(800, 1100, tint)),
)) as [Buffer, Buffer, Buffer, Buffer];

describe('the page with the documents', () => {
  it('says of each what holds, and goes on only when nothing is missing that must be here', async () => {
    city = await openDocumentCity();
    const view = await city.arrive();
    expect(statesOn(view)).toEqual({
      photo: 'to-follow',
      lease: 'to-follow',
      'landlord-consent': 'needed',
      income: 'to-follow',
    });
    const stopped = on(await ask(city.send, 'answerPage', { page: view.page, answers: {} }), 'documents');
    expect(stopped.problems.map(({ at, code }) => [at, code])).toEqual([
      ['/documents/landlord-consent', 'document/needed'],
    ]);
    expect(stopped.documents[2]?.problem?.['zh-CN']).toBe(
      '“房东同意书”要现在交，不能后补。没有带来的，请找工作人员。',
    );
    const done = await photographAll(city.send, stopped, 'landlord-consent', [first]);
    expect(done.problems).toEqual([]);
    expect(await ask(city.send, 'answerPage', { page: done.page, answers: {} })).toMatchObject({
      screen: 'check',
    });
  });

  it('takes a declaration where the rule has words for it, and takes it back', async () => {
    city = await openDocumentCity();
    const view = await city.arrive();
    const declares = Object.fromEntries(view.documents.map(({ id, declares }) => [id, declares !== null]));
    expect(declares).toEqual({ photo: false, lease: false, 'landlord-consent': false, income: true });
    const declared = on(
      await ask(city.send, 'declareDocument', { page: view.page, document: 'income' }),
      'documents',
    );
    expect(statesOn(declared).income).toBe('declared');
    const not = on(
      await ask(city.send, 'declareDocument', { page: declared.page, document: 'lease' }),
      'documents',
    );
    expect(statesOn(not).lease).toBe('to-follow');
    const undone = on(
      await ask(city.send, 'undoDocument', { page: not.page, document: 'income' }),
      'documents',
    );
    expect(statesOn(undone).income).toBe('to-follow');
  });

  it('offers no camera and no stick on a machine that has none', async () => {
    city = await openDocumentCity({ media: null, config: { documents: { camera: false, usbFolders: [] } } });
    const view = await city.arrive();
    expect(view.documents.map(({ camera, usb }) => [camera, usb])).toEqual(
      view.documents.map(() => [false, false]),
    );
    const same = await ask(city.send, 'openDocument', { page: view.page, document: 'lease', by: 'camera' });
    expect(same).toMatchObject({ screen: 'documents' });
  });
});

describe('the check page', () => {
  it('leads to the documents and back, with what was handed in meanwhile', async () => {
    city = await openDocumentCity();
    const view = await photographAll(city.send, await city.arrive(), 'landlord-consent', [first]);
    const check = on(await ask(city.send, 'answerPage', { page: view.page, answers: {} }), 'check');
    const again = on(
      await ask(city.send, 'changeAnswer', { page: check.page, at: '/documents/all' }),
      'documents',
    );
    expect(again.changing).toBe(true);
    const more = await photographAll(city.send, again, 'lease', [second]);
    const back = on(await ask(city.send, 'answerPage', { page: more.page, answers: {} }), 'check');
    expect(back.documents.map(({ state }) => state)).toEqual([
      'to-follow',
      'attached',
      'attached',
      'to-follow',
    ]);
  });
});

describe('photographing', () => {
  it('collects pages in their order, removes one, and knows when it is enough', async () => {
    city = await openDocumentCity();
    let view = await openCapture(city.send, await city.arrive(), 'lease');
    for (const page of [first, second, third]) view = await photograph(city.send, view, page);
    expect([view.pages, view.maxPages, view.sheets.length]).toEqual([3, 3, 3]);
    const full = await photograph(city.send, view, fourth);
    expect(full.problem?.en).toBe(
      'At most 3 pages can be taken; with this there would be 4. Remove some, or choose another file.',
    );
    expect([full.pages, city.kept().length]).toEqual([3, 3]);
    const [, middle] = full.sheets;
    const removal = { page: full.page, sheet: middle?.id ?? '' };
    const less = on(await ask(city.send, 'removeSheet', removal), 'capture');
    expect(less.sheets.map(({ id }) => id)).toEqual([full.sheets[0]?.id, full.sheets[2]?.id]);
    // Pressed twice: the same page, which is gone already.
    expect(on(await ask(city.send, 'removeSheet', removal), 'capture').sheets).toHaveLength(2);
    expect(city.kept()).toHaveLength(2);
  });

  it('keeps a photograph once, however often it is pressed', async () => {
    city = await openDocumentCity();
    const view = await openCapture(city.send, await city.arrive(), 'lease');
    await sendShot(city.send, view.page, 'one-and-only', first);
    for (let press = 0; press < 3; press += 1)
      await ask(city.send, 'keepShot', { page: view.page, shot: 'one-and-only' });
    expect(city.kept()).toHaveLength(1);
  });

  it('takes a large photograph in parts, and none whose parts are missing', async () => {
    city = await openDocumentCity();
    const view = await openCapture(city.send, await city.arrive(), 'lease');
    const large = await noisyJpeg(900, 1200);
    expect(await sendShot(city.send, view.page, 'large-photo', large)).toBeGreaterThan(3);
    // A part out of its order changes nothing.
    const again = { page: view.page, shot: 'large-photo', part: 9, data: 'AAAA' };
    expect((await ask(city.send, 'sendShot', again)).parts).toBeGreaterThan(3);
    const kept = on(await ask(city.send, 'keepShot', { page: view.page, shot: 'large-photo' }), 'capture');
    expect(kept.pages).toBe(1);
    const missing = on(await ask(city.send, 'keepShot', { page: view.page, shot: 'never-sent' }), 'capture');
    expect(missing.problem?.en).toBe(
      'It could not be stored and has not been taken. Try again, or ask a member of staff.',
    );
  });

  it('refuses what is no photograph, whoever sends it', async () => {
    city = await openDocumentCity();
    let view = await openCapture(city.send, await city.arrive(), 'lease');
    view = await photograph(city.send, view, noDocuments['a program of Linux']);
    expect(view.problem?.['zh-CN']).toBe('这是一个程序，不是材料，不能收。这里只收 PDF 和照片（JPG、PNG）。');
    expect(city.kept()).toEqual([]);
  });

  it('opens the camera with the step and shuts it with the step, with a question, and with the person', async () => {
    city = await openDocumentCity();
    const told: boolean[] = [];
    city.kiosk.camera.follow((isOpen) => void told.push(isOpen));
    const view = await city.arrive();
    const capture = await openCapture(city.send, view, 'lease');
    expect(city.kiosk.camera.isOpen()).toBe(true);
    await ask(city.send, 'look', null);
    expect(city.kiosk.camera.isOpen()).toBe(false);
    await ask(city.send, 'stillHere', null);
    expect(city.kiosk.camera.isOpen()).toBe(true);
    const list = on(await ask(city.send, 'goBack', { page: capture.page }), 'documents');
    expect(city.kiosk.camera.isOpen()).toBe(false);
    await openCapture(city.send, list, 'lease');
    await ask(city.send, 'leave', null);
    expect(city.kiosk.camera.isOpen()).toBe(false);
    expect(told).toEqual([false, true, false, true, false, true, false]);
  });

  it('takes no part of a photograph outside the step', async () => {
    city = await openDocumentCity();
    const view = await city.arrive();
    expect(await sendShot(city.send, view.page, 'some-photo', first)).toBe(0);
  });
});

describe('a stick', () => {
  async function withStick(files: Record<string, Uint8Array>) {
    const port = openUsbPort();
    city = await openDocumentCity({ media: port.media });
    port.plugIn('KINGSTON', files);
    const view = await city.arrive();
    const usb = on(
      await ask(city.send, 'openDocument', { page: view.page, document: 'lease', by: 'usb' }),
      'usb',
    );
    return { port, usb };
  }

  it('shows its files a part at a time', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.jpg`, first]));
    const { usb } = await withStick(files);
    expect([usb.state, usb.total, usb.files.length]).toEqual(['listed', 8, 6]);
    const next = on(await ask(city.send, 'turnFiles', { page: usb.page, from: 6 }), 'usb');
    expect(next.files.map(({ name }) => name)).toEqual(['6.jpg', '7.jpg']);
    expect(on(await ask(city.send, 'turnFiles', { page: usb.page, from: 600 }), 'usb').from).toBe(6);
  });

  it('gives a PDF, which is the whole document, and pictures, which are its pages', async () => {
    const { usb } = await withStick({ 'a.pdf': await pdf(2), 'b.jpg': first, 'c.png': second });
    const file = (name: string) => usb.files.find((one) => one.name === name)?.id ?? '';
    const one = on(await ask(city.send, 'takeFile', { page: usb.page, file: file('b.jpg') }), 'usb');
    expect(one.pages).toBe(1);
    const two = on(await ask(city.send, 'takeFile', { page: one.page, file: file('c.png') }), 'usb');
    expect(two.pages).toBe(2);
    const whole = on(await ask(city.send, 'takeFile', { page: two.page, file: file('a.pdf') }), 'documents');
    expect(whole.documents[1]?.says.en).toBe('Handed in, 2 pages');
    expect(city.kept()).toHaveLength(1);
  });

  it('with a file that is not taken: the sentence, the list again, nothing kept', async () => {
    const { usb } = await withStick({
      'photo.jpg': noDocuments['a program of Windows'],
      'contract.pdf': await badPdfs['script when opened'](),
    });
    for (const [name, zh] of [
      ['photo.jpg', '这是一个程序，不是材料，不能收。这里只收 PDF 和照片（JPG、PNG）。'],
      ['contract.pdf', '这个 PDF 里有会运行的代码，不能收。请用“打印成 PDF”再存一份，或者把纸的那份拍下来。'],
    ] as const) {
      const file = usb.files.find((one) => one.name === name)?.id ?? '';
      const refused = on(await ask(city.send, 'takeFile', { page: usb.page, file }), 'usb');
      expect(refused.problem?.['zh-CN']).toBe(zh);
      expect([refused.pages, refused.files.length]).toEqual([0, 2]);
    }
    expect(city.kept()).toEqual([]);
  });

  it('that is pulled out says so and leaves nothing half kept; put back, its list comes by itself', async () => {
    const { port, usb } = await withStick({ 'a.jpg': first });
    port.pullOut('KINGSTON');
    const gone = on(
      await ask(city.send, 'takeFile', { page: usb.page, file: usb.files[0]?.id ?? '' }),
      'usb',
    );
    expect(gone.problem?.['zh-CN']).toBe(
      'U\u00A0盘拔出来了，这个文件没有读完，什么也没有留下。请插好再选一次。',
    );
    expect([gone.state, city.kept().length]).toEqual(['none', 0]);
    const told = new Promise((resolve) => {
      city.kiosk.subscribe((event) => {
        if (event.name === 'view' && event.payload.screen === 'usb' && event.payload.state === 'listed')
          resolve(event.payload.files.map(({ name }) => name));
      });
    });
    port.plugIn('KINGSTON', { 'again.jpg': first });
    expect(await told).toEqual(['again.jpg']);
  });

  it('shows names as they are, and nothing that would turn the line around', async () => {
    const { usb } = await withStick({ '\u202Egnp.合同.jpg': first, [`${'长'.repeat(70)}.pdf`]: first });
    expect(usb.files.map(({ name }) => name).toSorted()).toEqual(['□gnp.合同.jpg', `${'长'.repeat(70)}.pdf`]);
  });
});

describe('what was handed in and not submitted', () => {
  it('is thrown away when it is taken back, replaced, and when the person leaves', async () => {
    city = await openDocumentCity();
    let view = await photographAll(city.send, await city.arrive(), 'lease', [first, second]);
    expect(city.kept()).toHaveLength(2);
    view = on(await ask(city.send, 'undoDocument', { page: view.page, document: 'lease' }), 'documents');
    expect(city.kept()).toEqual([]);
    await photographAll(city.send, view, 'lease', [first]);
    await ask(city.send, 'leave', null);
    await city.send('look', null);
    expect(city.kept()).toEqual([]);
  });

  it('is thrown away at the next start when the machine lost its power', async () => {
    city = await openDocumentCity();
    await photographAll(city.send, await city.arrive(), 'lease', [first]);
    // What a power cut leaves: the files, and nobody with a key. The kiosk itself tidies up when it ends in order.
    const [name = ''] = city.kept();
    const file = join(city.folder, 'kiosk', 'documents', name);
    const bytes = readFileSync(file);
    await city.restartKiosk(() => {
      writeFileSync(file, bytes);
      writeFileSync(join(city.folder, 'kiosk', 'documents', 'half.part'), 'half');
    });
    expect(city.kept()).toEqual([]);
  });
});

/** Hands in a lease of two pages, a consent as PDF, a declaration, and a photograph that follows. */
async function handInAll(): Promise<string> {
  let view = await photographAll(city.send, await city.arrive(), 'lease', [first, second]);
  view = await photographAll(city.send, view, 'landlord-consent', [third]);
  view = on(await ask(city.send, 'declareDocument', { page: view.page, document: 'income' }), 'documents');
  return (await city.submit(view)).number;
}

describe('what was submitted', () => {
  it('goes to the platform, is held there, and opens there with the key from the sealed application', async () => {
    city = await openDocumentCity();
    const number = await handInAll();
    await city.kiosk.drain();
    const { documents } = await city.application(number);
    expect(documents.map(({ id, state }) => [id, state])).toEqual([
      ['photo', 'to-follow'],
      ['lease', 'attached'],
      ['landlord-consent', 'attached'],
      ['income', 'declared'],
    ]);
    const [, lease, consent] = documents;
    if (lease?.state !== 'attached' || consent?.state !== 'attached') throw new Error('not attached');
    expect([lease.mediaType, lease.pages, lease.trust]).toEqual(['application/pdf', 2, 'C']);
    expect([consent.mediaType, consent.pages]).toEqual(['image/jpeg', 1]);
    expect(city.stored()).toEqual([lease.digest, consent.digest].toSorted());
    const folder = join(city.folder, 'platform', 'documents', lease.digest.slice(0, 2));
    const opened = openDocument(readFileSync(join(folder, lease.digest)), lease.key);
    expect(opened?.subarray(0, 5).toString()).toBe('%PDF-');
    // Sent, and not needed here any more.
    expect(city.kept()).toEqual([]);
  });

  it('tells the case’s feed of each file, and once that all are here', async () => {
    city = await openDocumentCity();
    const number = await handInAll();
    await city.kiosk.drain();
    const events = await city.atPlatform(async (store) => {
      const found = await store.cases.byReceiptNumber('520103', number);
      return store.events.ofCase('520103', found?.id ?? '', 100);
    });
    expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('document'))).toEqual([
      'document-arrived',
      'document-arrived',
      'documents-complete',
    ]);
  });

  it('says on the receipt for each document what holds', async () => {
    city = await openDocumentCity();
    let view = await photographAll(city.send, await city.arrive(), 'lease', [first, second]);
    view = await photographAll(city.send, view, 'landlord-consent', [third]);
    const receipt = await city.submit(view);
    expect(
      receipt.documents.map(({ id, state, says }) => [id, state, says.en.replace(/\d+ \w+ \d{4}/, 'DAY')]),
    ).toEqual([
      ['photo', 'to-follow', 'By DAY'],
      ['lease', 'attached', 'Handed in, 2 pages'],
      ['landlord-consent', 'attached', 'Handed in, 1 page'],
      ['income', 'to-follow', 'By DAY'],
    ]);
  });

  it('stays on the machine while the cable is out, over a restart, and goes when it is back', async () => {
    city = await openDocumentCity();
    city.network.become('down');
    await handInAll();
    await city.kiosk.drain();
    expect(city.kept()).toHaveLength(2);
    await city.restartKiosk();
    expect(city.kept()).toHaveLength(2);
    city.network.become('fine');
    await city.kiosk.drain();
    expect([city.kept().length, city.stored().length]).toEqual([0, 2]);
  });

  it('says that a file was lost when somebody removed it, and sends the others', async () => {
    city = await openDocumentCity();
    city.network.become('down');
    await handInAll();
    await city.kiosk.drain();
    const [name = ''] = city.kept();
    await city.restartKiosk(() =>
      writeFileSync(join(city.folder, 'kiosk', 'documents', name), 'other bytes'),
    );
    city.network.become('fine');
    await city.kiosk.drain();
    expect(city.stored()).toHaveLength(1);
    const opened = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await opened.value.documents.counts()).toEqual({ waiting: 0, held: 1, lost: 1 });
    await opened.value.close();
  });

  it('is gone with its draft and not with its submission when saving fails', async () => {
    city = await openDocumentCity();
    let view = await photographAll(city.send, await city.arrive(), 'lease', [first, second]);
    view = await photographAll(city.send, view, 'landlord-consent', [third]);
    const check = on(await ask(city.send, 'answerPage', { page: view.page, answers: {} }), 'check');
    const page = on(await ask(city.send, 'answerPage', { page: check.page, answers: {} }), 'confirm');
    const folder = join(city.folder, 'kiosk', 'documents');
    const names = city.kept();
    const press = { page: page.page, typedName: page.applicant };
    // One file after the other is damaged, be it a page or a whole document: nothing is promised.
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, name), 'x');
      const refused = on(await ask(city.send, 'submit', press), 'confirm');
      expect(refused.refused?.en).toContain('not saved');
      expect(city.kept()).toEqual(names);
      writeFileSync(join(folder, name), bytes);
    }
    const receipt = on(await ask(city.send, 'submit', press), 'receipt');
    expect(receipt.number).toMatch(/^520103-/);
    // The lease is one file now; its two photographs are gone.
    expect(city.kept().filter((name) => names.includes(name))).toHaveLength(1);
  });
});
