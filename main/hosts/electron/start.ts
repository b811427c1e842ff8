// The program as Electron starts it. It puts the parts together and holds the real Electron; nothing else does.
import { join } from 'node:path';
import { crashReporter } from 'electron/common';
import * as electron from 'electron/main';
import { systemClock, systemTimers } from '../../../lib/clock.ts';
import { notifySystemd } from '../watchdog.ts';
import { startProgram } from './program.ts';

// `npm run build` makes both; a package carries them at the same places.
const BUILT = join(import.meta.dirname, '../../../dist');

// Not awaited: Electron is ready only after this file has been run to its end, and the program waits for that.
void startProgram({
  electron,
  crashReporter,
  process,
  assets: join(BUILT, 'renderer'),
  preload: join(BUILT, 'preload', 'preload.cjs'),
  clock: systemClock,
  timers: systemTimers,
  notify: notifySystemd,
});
