// A program with the kiosk's heartbeat and nothing else, told over its standard input to hang.
import { writeSync } from 'node:fs';
import { systemTimers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { createWatchdog, notifySystemd, takeNotice } from '../../main/hosts/watchdog.ts';

const notice = takeNotice(process.env);
await createWatchdog({ notice, timers: systemTimers, notify: notifySystemd, log: silentLog }).ready();
process.stdin.once('data', () => {
  writeSync(1, 'hanging\n');
  for (;;);
});
