// Takes a backup when the newest has become too old, while the kiosk runs. What fails is told and tried again.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import { listBackups, takeBackup } from './backup.ts';

/** A start is no time for it: somebody may be waiting before the screen. */
const FIRST_LOOK_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

export interface BackupKeeperParts {
  folder: string;
  config: Pick<KioskConfig, 'backups'>;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export interface BackupKeeper {
  /** Waits until the copy that is being taken is done. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export function startBackups({ folder, config, clock, timers, log }: BackupKeeperParts): BackupKeeper {
  let next = timers.after(FIRST_LOOK_MS, look);
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  function look(): void {
    running = takeWhenDue()
      .catch((error: unknown) => void log.unexpected('backup failed', error))
      .finally(() => {
        if (!isStopped) next = timers.after(HOUR_MS, look);
      });
  }

  async function takeWhenDue(): Promise<void> {
    const now = clock.now().getTime();
    // One from the future tells that the clock was set back: it says nothing about its age.
    const newest = (await listBackups(folder)).find(({ takenAt }) => takenAt.getTime() <= now);
    if (newest !== undefined && now - newest.takenAt.getTime() < config.backups.everyHours * HOUR_MS) return;
    const taken = await takeBackup(folder, config.backups.keep, clock);
    if (taken.ok) log.info('backup taken', { sequence: taken.value.last });
    else log.warn('backup failed', { code: taken.error });
  }

  return {
    drain: () => running,
    async stop() {
      isStopped = true;
      next.cancel();
      await running;
    },
  };
}
