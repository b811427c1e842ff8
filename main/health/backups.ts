// How old the newest backup is. One from the future says that the clock was set back, and nothing about its age.
import { text } from '../../domain/contract/text.ts';
import type { Clock } from '../../lib/clock.ts';
import { adminCommand } from '../admin/command.ts';
import type { KioskConfig } from '../config.ts';
import { listBackups } from '../store/backup.ts';
import { momentInCity } from '../submissions/paper.ts';
import { unwell, well, type Finding } from './finding.ts';
import { SUBJECTS } from './subjects.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface BackupSurroundings {
  folder: string;
  config: Pick<KioskConfig, 'backups'>;
  /** When the machine began to serve; null: it does not. */
  since: Date | null;
  clock: Clock;
}

export async function lookAtBackups({ folder, config, since, clock }: BackupSurroundings): Promise<Finding> {
  const now = clock.now().getTime();
  const all = await listBackups(folder);
  const newest = all.find(({ takenAt }) => takenAt.getTime() <= now);
  // Twice, so that a night in which the machine was off is no finding.
  const tooOldMs = 2 * config.backups.everyHours * HOUR_MS;
  const reference = newest?.takenAt ?? since;
  const isTooOld = reference !== null && now - reference.getTime() > tooOldMs;
  const at = newest === undefined ? null : momentInCity(newest.takenAt);
  const found =
    at === null ? text('还没有', 'none yet') : text(`最近一份：${at['zh-CN']}`, `the newest is of ${at.en}`);
  const ahead = all.length - all.filter(({ takenAt }) => takenAt.getTime() <= now).length;
  if (ahead > 0) {
    return unwell(
      SUBJECTS.backups,
      text(`${found['zh-CN']}；${ahead} 份的日期在将来`, `${found.en}; ${ahead} dated in the future`),
      text('检查机器的时钟', 'Look at the clock of the machine'),
    );
  }
  if (!isTooOld) return well(SUBJECTS.backups, found);
  const command = `${adminCommand()} backup`;
  return unwell(
    SUBJECTS.backups,
    found,
    text(`运行“${command}”，看它说什么`, `Run “${command}” and see what it says`),
  );
}
