import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';
import { logFile } from './log-file.ts';

it('S5: drops what a full disk does not take, goes on, and counts it once there is room', () => {
  const lines: string[] = [];
  let isFull = false;
  const log = createLog(
    'kiosk',
    logFile('unused', (line) => {
      if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      lines.push(line);
    }),
  );
  log.info('before');
  isFull = true;
  for (let line = 0; line < 3; line += 1) log.warn('lost');
  isFull = false;
  log.info('after');
  log.info('later');
  const said = lines.map((line) => JSON.parse(line) as { msg: string; count?: number });
  expect(said.map(({ msg, count }) => [msg, count])).toEqual([
    ['before', undefined],
    ['log lines dropped', 3],
    ['after', undefined],
    ['later', undefined],
  ]);
});

it('S7: does not end the program where its folder cannot be made', () => {
  const log = createLog('kiosk', logFile(join(import.meta.filename, 'kiosk.log')));
  expect(() => log.info('said to nobody')).not.toThrow();
});
