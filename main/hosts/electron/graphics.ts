// The graphics process is shared by all windows: that it died shows at none of them.
import type { Loss } from '../recovery.ts';
import type { ShellApp } from './api.ts';

export function watchGraphics(app: Pick<ShellApp, 'on'>, onLost: (how: Loss) => void): void {
  app.on('child-process-gone', (_, { type, reason }) => {
    if (type === 'GPU' && reason !== 'clean-exit') onLost('graphics-gone');
  });
}
