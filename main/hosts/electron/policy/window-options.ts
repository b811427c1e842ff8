// How a window is made. All of it, as data.
import type { Electron } from '../api.ts';

/** The partition has no `persist:` before its name: what one citizen leaves behind is never on disk. */
export function partitionOf(visit: number): string {
  return `visit-${visit}`;
}

export interface WindowPlace {
  bounds: Electron.Rectangle;
  partition: string;
  /** Path of the built preload script. */
  preload: string;
  /** Only where the program is developed. */
  devTools: boolean;
}

/** The window a citizen stands in front of. */
export function kioskWindowOptions(place: WindowPlace): Electron.BrowserWindowConstructorOptions {
  const { bounds, partition, preload, devTools } = place;
  return {
    ...bounds,
    ...FRAMELESS,
    kiosk: true,
    title: 'OneWindow',
    backgroundColor: '#ffffff',
    webPreferences: {
      ...SEALED,
      partition,
      preload,
      devTools,
    },
  };
}

/** Covers a display that is not the citizen's: nothing to see, nothing to touch, no script. */
export function blankWindowOptions(bounds: Electron.Rectangle): Electron.BrowserWindowConstructorOptions {
  return {
    ...bounds,
    ...FRAMELESS,
    kiosk: true,
    focusable: false,
    backgroundColor: '#000000',
    webPreferences: { ...SEALED, javascript: false, devTools: false, partition: 'blank' },
  };
}

/** Never shown: it holds a sheet while it is printed. */
export function hiddenWindowOptions(partition: string): Electron.BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: { ...SEALED, javascript: false, devTools: false, partition },
  };
}

const FRAMELESS: Electron.BrowserWindowConstructorOptions = {
  show: false,
  frame: false,
  movable: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  closable: false,
  fullscreenable: true,
  skipTaskbar: true,
  autoHideMenuBar: true,
  alwaysOnTop: true,
};

const SEALED: Electron.WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  // Dictionaries would be fetched from somebody else's server.
  spellcheck: false,
  autoplayPolicy: 'document-user-activation-required',
};
