// P3: every byte of every file that a kiosk wrote, through a whole application, a case at the counter, prints, a backup
// and a crash. Nothing that anybody typed or photographed is in any of them but sealed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maskName } from '../../domain/submission/masked-name.ts';
import { systemClock } from '../../lib/clock.ts';
import { takeBackup } from '../../main/store/backup.ts';
import type { OpenPlatform } from '../../platform/platform.ts';
import { DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import { openTestPlatform } from '../city.ts';

const PROCESS = join(import.meta.dirname, 'canary-process.ts');
let folder: string;
let kioskFolder: string;
let platform: OpenPlatform;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-canary-'));
  kioskFolder = join(folder, 'machine', 'kiosk');
  for (const name of ['temp', 'home', 'here']) mkdirSync(join(folder, 'machine', name), { recursive: true });
  const procedures = writeProcedures(join(folder, 'procedures'), tenancy);
  platform = await openTestPlatform(join(folder, 'platform'), { procedures });
  await enrolOnce(kioskFolder, platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  await lived(procedures);
}, 120_000);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything the process could write to is in one folder; it is killed with somebody in the middle. */
async function lived(procedures: string): Promise<void> {
  const at = (name: string) => join(folder, 'machine', name);
  const child = spawn(process.execPath, [PROCESS, kioskFolder, procedures], {
    cwd: at('here'),
    env: { ...process.env, TMPDIR: at('temp'), HOME: at('home'), XDG_CACHE_HOME: at('home') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('the kiosk ended by itself'))),
  ]);
  const backup = await takeBackup(kioskFolder, 3, systemClock);
  expect(backup.ok).toBe(true);
  child.kill('SIGKILL');
  await ended;
}

/** Every text that somebody typed and that tells something about them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\u3400-\u9fff]{2}|\d{8}|@/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const CANARIES = [
  ...new Set([...textsIn(tenantAnswers()), ...textsIn(llcAnswers()), '周敏', 'canary-in-a-picture']),
];

/** As it may lie in a file: as text, as Windows and V8 keep text, as JSON escapes it, and in base64 at every offset. */
function formsOf(text: string): Buffer[] {
  const [utf8, utf16] = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const escaped = [...text].map((char) =>
    char.charCodeAt(0) < 128 ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bases = [utf8, utf16].flatMap((bytes) => [0, 1, 2].flatMap((shift) => inBase64(bytes, shift)));
  return [utf8, utf16, Buffer.from(escaped.join('')), Buffer.from(utf8.toString('hex')), ...bases];
}

/** What stays the same of it in base64 whatever stands before and behind, in both alphabets. */
function inBase64(bytes: Buffer, shift: number): Buffer[] {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const core = text.slice(shift === 0 ? 0 : shift + 1, -1);
  if (core.length < 8) return [];
  return [Buffer.from(core), Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))];
}

interface Hit {
  file: string;
  text: string;
}

function search(texts: readonly string[]): { files: string[]; hits: Hit[] } {
  const root = join(folder, 'machine');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const forms = texts.map((text) => ({ text, forms: formsOf(text) }));
  const hits = files.flatMap((file) => {
    const bytes = readFileSync(file);
    return forms
      .filter((one) => one.forms.some((form) => bytes.includes(form)))
      .map(({ text }) => ({ file: file.slice(root.length + 1), text }));
  });
  return { files: files.map((file) => file.slice(root.length + 1)), hits };
}

it('P3: finds what is planted, in every form (the control)', () => {
  const [planted = ''] = CANARIES;
  const file = join(folder, 'machine', 'temp', 'planted');
  const rest = Buffer.from('x'.repeat(4096));
  const texts = [Buffer.from(planted), Buffer.from(planted, 'utf16le')];
  const bases = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.from('y'.repeat(shift)), Buffer.from(planted + 'z')]).toString('base64'),
    ),
  );
  const escaped = Buffer.from(
    [...planted].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
  for (const form of [...texts, ...bases, escaped, Buffer.from(Buffer.from(planted).toString('hex'))]) {
    writeFileSync(file, Buffer.concat([rest, form, rest]));
    expect(search([planted]).hits).toEqual([{ file: 'temp/planted', text: planted }]);
  }
  rmSync(file);
});

it('P3: finds nothing that anybody typed or photographed in any file of the machine', () => {
  expect(CANARIES.length).toBeGreaterThan(20);
  const { files, hits } = search(CANARIES);
  // The search saw what it had to see.
  const kinds = [/kiosk\.sqlite$/, /kiosk\.sqlite-wal$/, /kiosk\.log$/, /kiosk\.witness$/, /documents\//];
  for (const kind of [...kinds, /backups\//, /receipts\//, /drafts\.key$/])
    expect(
      files.some((file) => kind.test(file)),
      String(kind),
    ).toBe(true);
  expect(hits).toEqual([]);
});

it('P4: the clear index says who it was only as a mask, where the same search finds it', () => {
  const masked = maskName(String((tenantAnswers()['reader'] as { name: string }).name));
  const { hits } = search([masked]);
  expect(hits.map(({ file }) => file)).toContain('kiosk/kiosk.sqlite-wal');
});
