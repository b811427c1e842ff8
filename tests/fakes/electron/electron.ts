// Electron without Electron: the shapes the shell uses, with physical verbs for what people, pages and machines do.
import { EventEmitter } from 'node:events';
import type { Electron, ElectronApi, ShellWindow } from '../../../main/hosts/electron/api.ts';
import { preventable } from './emitter.ts';
import { fakeIpc, type FakeIpc } from './ipc.ts';
import { fakePage, type FakePage } from './page.ts';
import { fakeSession, type FakeSession } from './session.ts';

export interface FakeWindow {
  options: Electron.BrowserWindowConstructorOptions;
  page: FakePage;
  bounds(): Electron.Rectangle;
  isShown(): boolean;
  isFocused(): boolean;
  isDestroyed(): boolean;
  hasMenu(): boolean;
  /** The first paint. */
  becomeReady(): void;
  /** Something else comes to the front. */
  loseFocus(): void;
  /** Somebody or something closes it. */
  shut(): void;
}

export interface FakeElectron extends ElectronApi {
  ipcMain: FakeIpc;
  /** All there ever were, in order; blank ones too. */
  windows: FakeWindow[];
  /** Those that stand before a citizen or come next. */
  kioskWindows(): FakeWindow[];
  blankWindows(): FakeWindow[];
  sessions: Map<string, FakeSession>;
  /** What was done before the app was ready, and after, in order. */
  history: string[];
  exits: number[];
  relaunches: string[][];
  menu(): unknown;
  blockers(): number;
  clipboardCleared(): number;
  schemes: object[];
  /** Prints fail with this reason from now on; `never`: no answer comes. */
  failPrintWith(reason: string): void;
  quit(): boolean;
  startAgain(): void;
  loseGraphics(): void;
  meetBadCertificate(): boolean;
  askClientCertificate(): unknown;
  askLogin(): boolean;
  sleepAndWake(): void;
  shutDown(): void;
  plugIn(display: FakeDisplay): void;
  unplug(id: number): void;
  turn(id: number, bounds: Electron.Rectangle): void;
}

export interface FakeDisplay {
  id: number;
  bounds: Electron.Rectangle;
}

export interface FakeElectronOptions {
  isPackaged?: boolean;
  userData: string;
  /** False: another one is running. */
  isFirst?: boolean;
  displays?: FakeDisplay[];
}

export const PORTRAIT: FakeDisplay = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 } };

export function fakeElectron(options: FakeElectronOptions): FakeElectron {
  const { isPackaged = true, userData, isFirst = true } = options;
  const appEvents = new EventEmitter();
  const power = new EventEmitter();
  const screenEvents = new EventEmitter();
  const ipc = fakeIpc();
  const windows: FakeWindow[] = [];
  const sessions = new Map<string, FakeSession>();
  const history: string[] = [];
  const exits: number[] = [];
  const relaunches: string[][] = [];
  const schemes: object[] = [];
  let displays = options.displays ?? [PORTRAIT];
  let menu: unknown = 'the default menu';
  let cleared = 0;
  let printFailure: string | null = null;
  const blockers = new Set<number>();

  const app = Object.assign(appEvents, {
    isPackaged,
    getPath: () => userData,
    disableHardwareAcceleration: () => void history.push('software rendering'),
    enableSandbox: () => void history.push('sandbox'),
    exit: (code: number) => void exits.push(code),
    relaunch: ({ args = [] }: { args?: string[] }) => void relaunches.push(args),
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => void history.push('ready'),
  }) as unknown as ElectronApi['app'];

  function sessionOf(partition: string): FakeSession {
    const known = sessions.get(partition) ?? fakeSession(partition);
    sessions.set(partition, known);
    return known;
  }

  function BrowserWindow(given: Electron.BrowserWindowConstructorOptions): ShellWindow {
    const { window, double } = fakeWindow(given, windows.length + 1, sessionOf, ipc, () => printFailure);
    windows.push(double);
    appEvents.emit('web-contents-created', {}, double.page.contents);
    return window;
  }

  const screenNow = () => displays;
  function changed(event: string): void {
    screenEvents.emit(event, {}, displays[0], []);
  }

  return {
    app,
    BrowserWindow: BrowserWindow as unknown as ElectronApi['BrowserWindow'],
    Menu: { setApplicationMenu: (next: unknown) => void (menu = next) },
    clipboard: { clear: () => void (cleared += 1) },
    ipcMain: ipc,
    powerMonitor: power as unknown as ElectronApi['powerMonitor'],
    powerSaveBlocker: {
      start() {
        blockers.add(blockers.size + 1);
        return blockers.size;
      },
      stop: (id: number) => blockers.delete(id),
    },
    protocol: {
      registerSchemesAsPrivileged(list: object[]) {
        history.push('scheme');
        schemes.push(...list);
      },
    },
    screen: Object.assign(screenEvents, {
      getAllDisplays: screenNow,
      getPrimaryDisplay: () => screenNow()[0],
    }) as unknown as ElectronApi['screen'],
    session: { fromPartition: sessionOf },

    windows,
    kioskWindows: () => windows.filter(({ options }) => options.focusable !== false),
    blankWindows: () =>
      windows.filter(({ options, isDestroyed }) => options.focusable === false && !isDestroyed()),
    sessions,
    history,
    exits,
    relaunches,
    menu: () => menu,
    blockers: () => blockers.size,
    clipboardCleared: () => cleared,
    schemes,
    failPrintWith: (reason) => void (printFailure = reason),
    quit() {
      const happening = preventable({});
      appEvents.emit('before-quit', happening);
      return !happening.isPrevented();
    },
    startAgain: () => void appEvents.emit('second-instance', {}),
    loseGraphics: () => void appEvents.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' }),
    meetBadCertificate() {
      const happening = preventable({});
      let isTrusted = false;
      const decide = (is: boolean) => void (isTrusted = is);
      appEvents.emit('certificate-error', happening, {}, 'https://x', 'ERR', {}, decide);
      return isTrusted;
    },
    askClientCertificate() {
      const happening = preventable({});
      let chosen: unknown = 'the first one';
      appEvents.emit(
        'select-client-certificate',
        happening,
        {},
        'https://x',
        [{}],
        (one: unknown) => (chosen = one),
      );
      return happening.isPrevented() ? chosen : 'the first one';
    },
    askLogin() {
      const happening = preventable({});
      appEvents.emit('login', happening, {}, {}, {}, () => {});
      return !happening.isPrevented();
    },
    sleepAndWake() {
      power.emit('suspend');
      power.emit('resume');
    },
    shutDown: () => void power.emit('shutdown'),
    plugIn(display) {
      displays = [...displays, display];
      changed('display-added');
    },
    unplug(id) {
      displays = displays.filter((display) => display.id !== id);
      changed('display-removed');
    },
    turn(id, bounds) {
      displays = displays.map((display) => (display.id === id ? { id, bounds } : display));
      changed('display-metrics-changed');
    },
  };
}

function fakeWindow(
  options: Electron.BrowserWindowConstructorOptions,
  id: number,
  sessionOf: (partition: string) => FakeSession,
  ipc: FakeIpc,
  printFailure: () => string | null,
): { window: ShellWindow; double: FakeWindow } {
  const emitter = new EventEmitter();
  const { partition = 'the default, on disk', preload } = options.webPreferences ?? {};
  const page = fakePage({
    id,
    session: sessionOf(partition),
    ipc,
    hasPreload: preload !== undefined,
    printFailure,
  });
  let { x = 0, y = 0, width = 800, height = 600 } = options;
  let isShown = options.show !== false;
  let isFocused = false;
  let hasMenu = true;

  const show = () => void (isShown = true);
  function destroy(): void {
    if (page.isDestroyed()) return;
    isShown = false;
    page.destroy();
    emitter.emit('closed');
  }
  const window = Object.assign(emitter, {
    webContents: page.contents,
    destroy,
    focus: () => void (isFocused = true),
    isDestroyed: page.isDestroyed,
    loadURL: async (url: string) => void (page.frame.url = url),
    removeMenu: () => void (hasMenu = false),
    setBounds: (next: Electron.Rectangle) => void ({ x, y, width, height } = next),
    setKiosk: () => {},
    show,
    showInactive: show,
  }) as unknown as ShellWindow;
  return {
    window,
    double: {
      options,
      page,
      bounds: () => ({ x, y, width, height }),
      isShown: () => isShown,
      isFocused: () => isFocused,
      isDestroyed: page.isDestroyed,
      hasMenu: () => hasMenu,
      becomeReady: () => void emitter.emit('ready-to-show'),
      loseFocus: () => void emitter.emit('blur'),
      shut: destroy,
    },
  };
}
