// What happens to the disk: a write fails, the database or the whole disk is full.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hand } from './hand.ts';
import { eachRound, MOST_STEPS, openKiosk, settle, stepOf, type Fault } from './town.ts';

export const failAtStep: Fault = {
  name: 'io-error',
  rows: 'S8',
  about: 'the n-th write fails with an I/O error or ENOSPC, n = 1, 2, 3, …; the process lives on',
  async play(scene) {
    const { chance } = scene;
    const first = chance.whole(1, MOST_STEPS);
    return eachRound(scene, async (round) => {
      const hand = await scene.hand();
      const at = stepOf(round, first);
      const deed = { do: 'fail', at, code: chance.pick(['EIO', 'ENOSPC']) };
      await hand.ask('attempt', { documents: chance.next() < 0.3, deed });
      await hand.ask('drain');
      await hand.ask('arm', { deed: null });
      if (!(await hand.ask('attempt')))
        scene.complain(`after step ${at} failed, nothing was received any more`);
      scene.note(hand);
    });
  },
};

export const fullDatabase: Fault = {
  name: 'full-database',
  rows: 'S4',
  about: 'SQLite itself finds no room for the application (max_page_count), then there is room again',
  async play(scene) {
    const { chance } = scene;
    const rounds = await eachRound(scene, async () => {
      const hand = await scene.hand();
      await hand.ask('pages', { more: chance.whole(0, 4) });
      for (let times = 0; times < 3; times += 1) await hand.ask('attempt');
      await hand.ask('pages', { more: null });
      if (!(await isServedAgain(hand))) scene.complain('with room again, nothing was received');
      await hand.ask('drain');
      scene.note(hand);
    });
    if (rounds > 0 && scene.refused === 0) scene.complain('it never was full');
    return rounds;
  },
};

/** Whoever comes first may be turned away once more, while the reserve is put back. */
async function isServedAgain(hand: Hand): Promise<boolean> {
  return (await hand.ask('attempt')) === true || (await hand.ask('attempt')) === true;
}

const SMALL_DISK_MB = 8;

/** Mounts a small disk; false: this user may not. */
function mountSmallDisk(at: string): boolean {
  try {
    mkdirSync(at, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'none', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function kbOf(disk: string, column: 'avail' | 'used'): number {
  return Number(execFileSync('df', [`--output=${column}`, '-k', disk], { encoding: 'utf8' }).split('\n')[1]);
}

/** Small beside what the kiosk keeps: else hundreds of rounds would fill it with applications, and it never was emptied. */
function keepRoom(disk: string): void {
  const kb = kbOf(disk, 'used') + SMALL_DISK_MB * 1024;
  execFileSync('mount', ['-o', `remount,size=${kb}k`, disk], { stdio: 'ignore' });
}

/** Takes all but about so many kB of a disk. */
function fillUp(file: string, leaveKb: number): void {
  const kb = Buffer.alloc(1024, 0x20);
  const free = kbOf(join(file, '..'), 'avail');
  if (free > leaveKb) writeFileSync(file, Buffer.concat(Array.from({ length: free - leaveKb }, () => kb)));
}

export const fullDisk: Fault = {
  name: 'full-disk',
  rows: 'S4, S6',
  about: 'a small disk fills up under a kiosk that serves, and is emptied again (needs root)',
  async play(scene) {
    const { chance, town } = scene;
    const disk = join(town.folder, 'small-disk');
    if (!mountSmallDisk(disk)) {
      scene.complain('no small disk: only root may mount one');
      return 0;
    }
    const folder = join(disk, 'kiosk');
    cpSync(scene.folder, folder, { recursive: true });
    let rounds: number;
    const hand = await town.spareKiosk();
    try {
      await openKiosk(hand, folder, town.procedures);
      rounds = await eachRound(scene, async (round) => {
        const ballast = join(disk, 'ballast');
        keepRoom(disk);
        // Every second time so little that nobody is let in: by chance alone two rounds may never be full.
        fillUp(ballast, chance.whole(0, round % 2 === 0 ? 100 : 1400));
        for (let times = 0; times < 3; times += 1) await hand.ask('attempt');
        rmSync(ballast, { force: true });
        if (!(await isServedAgain(hand))) scene.complain('with room again, nothing was received');
        await hand.ask('drain');
        scene.note(hand);
      });
      await settle(hand);
      await hand.ask('close');
      cpSync(folder, scene.folder, { recursive: true, force: true });
    } finally {
      await hand.kill();
      execFileSync('umount', [disk]);
    }
    if (rounds > 0 && scene.refused === 0) scene.complain('it never was full');
    return rounds;
  },
};
