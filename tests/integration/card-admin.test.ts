// What somebody types who lays a card on the simulated reader, and what the doctor says of readers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTextBlock } from '../../domain/identity-card/text-block.ts';
import { layCard, removeCard } from '../../main/admin/card.ts';
import { doctor } from '../../main/admin/doctor.ts';
import type { AdminArguments } from '../../main/admin/start.ts';
import { lyingIn } from '../../main/devices/card-reader/laid-card.ts';
import { SIMULATED } from '../builders/laid-card.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CARDS = join(ROOT, 'records', 'cards');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-cards-'));
  configure(SIMULATED);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configure(cardReader: object): void {
  writeFileSync(join(folder, 'kiosk.config.json'), JSON.stringify({ cardReader }));
}

const given = (...words: string[]): AdminArguments => ({
  words,
  folder,
  configFile: join(folder, 'kiosk.config.json'),
  platform: undefined,
  code: undefined,
  limit: 50,
});

const lying = () => lyingIn(join(folder, SIMULATED.folder));

it('lays each card of the demonstration down, and takes it away', async () => {
  for (const name of ['yang-yuhe', 'luo-qingyuan', 'wei-yizhou', 'expired']) {
    const file = join(CARDS, `${name}.json`);
    expect((await layCard(given('card', 'lay', file))).code).toBe(0);
    const block = await lying();
    const card = block === null ? null : readTextBlock(block);
    const { number } = JSON.parse(readFileSync(file, 'utf8')) as { number: string };
    expect(card).toMatchObject({ ok: true, value: { number } });
  }
  expect((await removeCard(given('card', 'remove'))).code).toBe(0);
  expect(await lying()).toBeNull();
});

it('says why a file is no card, and leaves what lies there', async () => {
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, '{"kind":"library-card"}');
  const answer = await layCard(given('card', 'lay', wrong));
  expect([answer.code, answer.lines[0]]).toEqual([2, expect.stringContaining('it is no card')]);
  expect((await layCard(given('card', 'lay', join(folder, 'nowhere.json')))).code).toBe(2);
  expect(await lying()).toBeNull();
});

it('says where a card could be laid when the machine has no simulated reader', async () => {
  configure({ kind: 'none' });
  const { code, lines } = await removeCard(given('card', 'remove'));
  expect([code, lines[0]]).toEqual([1, expect.stringContaining('"kind": "simulator"')]);
});

it.each([
  ['that is well', SIMULATED, /^well .*reader: ready$/im],
  [
    'that is not plugged in',
    { kind: 'serial', device: '/dev/ttyNONE' },
    /^UNWELL .*reader: not connected\. .+$/im,
  ],
])('the doctor looks at a reader %s', async (_what, cardReader, line) => {
  configure(cardReader);
  expect((await doctor(given('doctor'))).lines.join('\n')).toMatch(line);
});

it('is a command of three words', async () => {
  const command = [
    join(ROOT, 'main/admin/start.ts'),
    'card',
    'lay',
    join(CARDS, 'yang-yuhe.json'),
    '--data',
    folder,
  ];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit') as Promise<[number]>;
  const [out, [code]] = await Promise.all([text(child.stdout), exit]);
  expect([code, out]).toEqual([0, 'The card lies on the reader.\n']);
  expect(await lying()).not.toBeNull();
});
