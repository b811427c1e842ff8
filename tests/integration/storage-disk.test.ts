// The disk under a kiosk: one that takes nothing, and one that two processes want. A disk that refuses in the middle of a
// submission is in main/submissions/storage-full.test.ts, at the port of the store.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeOwnership } from '../../lib/database/sole-owner.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-disk-'));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const SCREENS = join(import.meta.dirname, '../faults/screens-process.ts');

/** Nothing is forbidden to root: what a kiosk's own user meets is met by a process of somebody else. */
async function screensOf(folders: string[]): Promise<unknown[]> {
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, [SCREENS, ...folders], {
    ...other,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'exit');
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

it('S7: a disk that takes nothing shows out of service with a code, and ends nothing', async () => {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('without any rights'), { mode: 0o000 });
  mkdirSync(at('read only'), { mode: 0o555 });
  mkdirSync(at('parent'), { mode: 0o555 });
  writeFileSync(at('a file'), '');
  // The control: one that is well, with the same program.
  mkdirSync(at('well'));
  chmodSync(at('well'), 0o777);
  const bad = [at('without any rights'), at('read only'), at('parent/missing'), at('a file')];
  const out = { screen: 'closed', code: 'S-09' };
  expect(await screensOf([...bad, bad[0] ?? '', at('well')])).toEqual([
    ...bad.map(() => out),
    out,
    // Nobody enrolled it: that is all there is to say of it.
    { screen: 'closed', code: 'K-01' },
  ]);
});

describe('S10: one process for one data folder', () => {
  const START = join(import.meta.dirname, '../../main/hosts/browser/start.ts');

  it('the second one leaves with a sentence, and a lock ends with its process', async () => {
    const own = await takeOwnership(join(folder, 'kiosk.lock'));
    expect(await takeOwnership(join(folder, 'kiosk.lock'))).toBeNull();
    const second = spawn(process.execPath, [START, '--headless', '--data', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(second, 'exit')).toEqual([1, null]);
    expect(said).toContain('is running on');
    await own?.release();
    const next = await takeOwnership(join(folder, 'kiosk.lock'));
    expect(next).not.toBeNull();
    await next?.release();
  });

  it('a lock is taken back from a process that was killed', async () => {
    const script = `import { takeOwnership } from ${JSON.stringify(join(import.meta.dirname, '../../lib/database/sole-owner.ts'))};
      await takeOwnership(process.argv[1]); process.stdout.write('held'); setInterval(() => {}, 1000);`;
    const lock = join(folder, 'kiosk.lock');
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script, lock], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(await takeOwnership(lock)).toBeNull();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const own = await takeOwnership(lock);
    expect(own).not.toBeNull();
    await own?.release();
  });
});
