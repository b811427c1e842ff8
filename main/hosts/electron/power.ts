// A kiosk's display never sleeps by itself; a machine that slept all the same comes back as a kiosk.
import type { Log } from '../../../lib/log.ts';
import type { ElectronApi } from './api.ts';

export interface PowerParts {
  electron: Pick<ElectronApi, 'powerMonitor' | 'powerSaveBlocker'>;
  /** Whoever stood here before the machine slept is gone. */
  onAwake: () => void;
  /** The operating system is going down: a moment is left. */
  onShutdown: () => void;
  log: Log;
}

export function keepAwake({ electron, onAwake, onShutdown, log }: PowerParts): { stop(): void } {
  const { powerMonitor, powerSaveBlocker } = electron;
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  powerMonitor.on('suspend', () => log.info('suspended'));
  powerMonitor.on('resume', () => {
    log.info('resumed');
    onAwake();
  });
  powerMonitor.on('shutdown', onShutdown);
  return { stop: () => void powerSaveBlocker.stop(blocker) };
}
