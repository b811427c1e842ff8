// `npm run platform -- staff …` as IT staff type it, and what a kiosk learns of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { platformPaths } from '../../domain/contract/platform-api.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { shows, signIn } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'platform', 'start.ts');
let city: City;

beforeEach(async () => {
  city = await startCity({ printer: null });
});
afterEach(() => city.stop());

async function staff(words: string[], typed: string | null = null) {
  const data = ['--data', join(city.folder, 'platform')];
  const child = spawn(process.execPath, [PROGRAM, 'staff', ...words, ...data]);
  child.stdin.end(typed ?? '');
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { out, err, code };
}

// Each is several programs, and a PIN costs what it costs.
const PATIENCE = { timeout: 120_000 };

it('an account is made with a PIN that is printed once, and works at a kiosk', PATIENCE, async () => {
  const { out, code } = await staff(['add', '周敏', '--role', 'clerk', '--division', '520103']);
  expect(code).toBe(0);
  const [, number = '', pin = ''] = /^number (\d{4})\nPIN (\d{6})\n$/.exec(out) ?? [];
  await city.kiosk.drain();
  shows(await signIn(city.send, { number, pin }), 'staff-desk');
  const listed = await staff(['list']);
  expect(listed.out).toBe(`${number}  clerk  520103  周敏\n`);
});

it('a PIN of one’s own is typed twice and printed nowhere', PATIENCE, async () => {
  const made = await staff(['add', '顾一帆', '--role', 'it', '--own-pin'], '480271\n480271\n');
  expect(made).toMatchObject({ code: 0, out: 'number 0001\n' });
  expect(made.out + made.err).not.toContain('480271');
  await city.kiosk.drain();
  shows(await signIn(city.send, { number: '0001', pin: '480271' }), 'staff-machine');
  expect(await staff(['pin', '0001', '--own-pin'], '593826\n593827\n')).toMatchObject({ code: 2 });
  expect(await staff(['remove', '0001'])).toMatchObject({ code: 0 });
  expect(await staff(['remove', '0001'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('nobody has an account') as string,
  });
});

it('the list is for kiosks that sign, and for nobody else', async () => {
  const url = new URL(platformPaths.staff, city.platform.url);
  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(url, { headers: { authorization: newSigningKey().publicKey } })).status).toBe(401);
});
