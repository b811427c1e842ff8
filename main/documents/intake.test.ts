import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { systemTimers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import {
  badPdfs,
  jpeg,
  noDocuments,
  packedFolder,
  pdf,
  pdfWithLink,
  png,
  withExif,
} from '../../tests/builders/files.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { takeIn } from './intake.ts';
import { inspectPdf } from './pdf-inspector.ts';
import { createVault } from './vault.ts';

const ANY = { accepts: ['image/jpeg', 'image/png', 'application/pdf'] };

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-intake-'));
  const parts = { vault: createVault(folder), timers: systemTimers, log: silentLog };
  return {
    folder: join(folder, 'documents'),
    vault: parts.vault,
    take: (bytes: Uint8Array) => takeIn(parts, bytes, ANY),
  };
}

/** The code of the sentence, or the type it was kept as. */
async function said(bytes: Uint8Array): Promise<string> {
  const taken = await open().take(bytes);
  return taken.ok ? taken.value.mediaType : taken.error.code;
}

describe('a picture', () => {
  it('is drawn anew: what a telephone wrote beside it is gone, and it stands upright', async () => {
    const { take, vault } = open();
    const canary = 'taken at 26.5983 N 106.7072 E';
    const given = withExif(await jpeg(400, 200), canary, 6);
    expect(given.includes(canary)).toBe(true);
    const taken = await take(given);
    if (!taken.ok) throw new Error(taken.error.code);
    const kept = await vault.read(taken.value);
    expect(kept.includes(canary)).toBe(false);
    expect(kept.includes('Exif')).toBe(false);
    const { width, height } = await loadImage(kept);
    expect([width, height]).toEqual([200, 400]);
  });

  it('with a packed folder or a program behind its end is drawn anew: nothing of that is kept', async () => {
    const { take, vault } = open();
    for (const picture of [await jpeg(), await png()]) {
      const taken = await take(Buffer.concat([picture, noDocuments['a program of Windows'], packedFolder()]));
      if (!taken.ok) throw new Error(taken.error.code);
      const kept = await vault.read(taken.value);
      expect([kept.includes('PK\x05\x06', 'latin1'), kept.includes('MZ\x90\0', 'latin1')]).toEqual([
        false,
        false,
      ]);
    }
  });

  it('is shrunk to what a page needs', async () => {
    const { take, vault } = open();
    const taken = await take(await jpeg(5000, 2500));
    if (!taken.ok) throw new Error(taken.error.code);
    const { width, height } = await loadImage(await vault.read(taken.value));
    expect([width, height]).toEqual([2340, 1170]);
  });

  it('of whatever kind is kept as JPEG, one page', async () => {
    const taken = await open().take(await png());
    expect(taken).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', pages: 1 } });
  });

  it('that looks whole and cannot be unpacked is refused', async () => {
    const picture = await jpeg();
    // Its tables are noise: the frame says nothing of that.
    const tables = picture.findIndex((byte, at) => byte === 0xff && picture[at + 1] === 0xc4);
    picture.fill(0xff, tables + 5, tables + 21);
    expect(await said(picture)).toBe('file/damaged');
  });
});

describe('a PDF', () => {
  it('is kept as it came, with its pages counted', async () => {
    const { take, vault } = open();
    const bytes = await pdf(7);
    const taken = await take(bytes);
    expect(taken).toMatchObject({ ok: true, value: { mediaType: 'application/pdf', pages: 7 } });
    if (taken.ok) expect((await vault.read(taken.value)).equals(bytes)).toBe(true);
  });

  it('with a link to a page of the web is taken', async () => {
    expect(await said(await pdfWithLink())).toBe('application/pdf');
  });

  it.each<[keyof typeof badPdfs, string]>([
    ['password', 'pdf/encrypted'],
    ['owner password', 'pdf/encrypted'],
    ['script when opened', 'pdf/active'],
    ['script by name', 'pdf/active'],
    ['script on a page', 'pdf/active'],
    ['script behind a link', 'pdf/active'],
    ['program when opened', 'pdf/active'],
    ['program behind a link', 'pdf/active'],
    ['answers sent away', 'pdf/active'],
    ['attachment', 'pdf/carrier'],
    ['attachment on a page', 'pdf/carrier'],
  ])('with %s is refused: %s', async (name, code) => {
    expect(await said(await badPdfs[name]())).toBe(code);
  });

  it('that is one in its first and last line only is refused', async () => {
    expect(await said(Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}\n%%EOF`))).toBe('file/damaged');
  });

  it('that takes too long to look into is given up, and so is the thread', async () => {
    const time = manualTime(new Date());
    const inspecting = inspectPdf(await pdf(), time.timers);
    time.pass(60_000);
    expect(await inspecting).toMatchObject({ ok: false, error: { code: 'pdf/slow' } });
  });
});

describe('what was refused', () => {
  it('leaves nothing on the disk', async () => {
    const { take, folder } = open();
    for (const make of Object.values(badPdfs)) expect((await take(await make())).ok).toBe(false);
    expect((await take(Buffer.alloc(0))).ok).toBe(false);
    expect(() => readdirSync(folder)).toThrow();
  });
});

describe('what was kept', () => {
  it('is on the disk only encrypted, under a name without meaning', async () => {
    const { take, folder } = open();
    const taken = await take(await pdf());
    if (!taken.ok) throw new Error(taken.error.code);
    expect(readdirSync(folder)).toEqual([taken.value.digest]);
    expect(readFileSync(join(folder, taken.value.digest)).includes('PDF')).toBe(false);
  });
});
