// The heartbeat as systemd hears it, over a real socket.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listenAsSystemd } from './notify-socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-notify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A beat every tenth of a second. */
const WATCHDOG_USEC = '300000';

async function startHeart(name: string) {
  const path = join(folder, name);
  const systemd = await listenAsSystemd(path);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'heart.ts')], {
    env: { NOTIFY_SOCKET: path, WATCHDOG_USEC },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await systemd.hears('READY=1');
  return {
    systemd,
    async hang() {
      child.stdin.write('now');
      await once(child.stdout, 'data');
    },
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await systemd.stop();
    },
  };
}

it('beats while the program lives, and no more when it hangs', async () => {
  const [hanging, living] = await Promise.all([startHeart('hanging'), startHeart('living')]);
  try {
    await Promise.all([hanging.systemd.hears('WATCHDOG=1', 2), living.systemd.hears('WATCHDOG=1', 2)]);
    await hanging.hang();
    // One may have been on its way when it hung; the other program’s beats are the clock.
    await living.systemd.hears('WATCHDOG=1', 2);
    const before = hanging.systemd.heard.length;
    await living.systemd.hears('WATCHDOG=1', 5);
    expect(hanging.systemd.heard.length).toBe(before);
  } finally {
    await Promise.all([hanging.stop(), living.stop()]);
  }
});
