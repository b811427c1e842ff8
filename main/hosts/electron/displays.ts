// Keeps the kiosk on its display and all others covered, whatever is plugged, turned or resized.
import type { ElectronApi, ShellWindow } from './api.ts';
import { placesOf, type Places } from './policy/places.ts';
import type { WindowMaker } from './window.ts';

export interface Displays {
  /** Where the citizen's window belongs now. */
  bounds(): Places['kiosk']['bounds'];
  stop(): void;
}

export interface DisplaysParts {
  screen: ElectronApi['screen'];
  maker: Pick<WindowMaker, 'blank'>;
  /** The display that is configured, or null for the primary one. */
  chosen: number | null;
  /** The citizen's window belongs elsewhere from now on. */
  onMoved: (bounds: Places['kiosk']['bounds']) => void;
}

export function createDisplays({ screen, maker, chosen, onMoved }: DisplaysParts): Displays {
  let blanks: ShellWindow[] = [];
  let isStopped = false;

  function places(): Places {
    return placesOf(screen.getAllDisplays(), screen.getPrimaryDisplay(), chosen);
  }

  function cover(): void {
    const old = blanks;
    blanks = places().blanks.map(({ bounds }) => maker.blank(bounds));
    for (const window of old) if (!window.isDestroyed()) window.destroy();
  }

  function arrange(): void {
    if (isStopped) return;
    onMoved(places().kiosk.bounds);
    cover();
  }

  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  screen.on('display-metrics-changed', arrange);
  cover();
  return {
    bounds: () => places().kiosk.bounds,
    stop() {
      isStopped = true;
      for (const window of blanks) if (!window.isDestroyed()) window.destroy();
      blanks = [];
    },
  };
}
