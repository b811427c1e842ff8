// Exactly what this shell uses of Electron, and nothing more: a reviewer sees its whole reach here, tests give doubles of
// these shapes, and compilation fails when Electron changes one of them. Only start.ts and preload.ts hold the real thing.
import type * as Common from 'electron/common';
import type * as Electron from 'electron/main';
import type * as Renderer from 'electron/renderer';

type Main = typeof Electron;

export type ShellApp = Pick<
  Electron.App,
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'isPackaged'
  | 'on'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'whenReady'
>;

export type ShellFrame = Pick<Electron.WebFrameMain, 'url' | 'parent'>;

export type ShellSession = Pick<
  Electron.Session,
  | 'clearAuthCache'
  | 'clearCache'
  | 'clearStorageData'
  | 'on'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setUSBProtectedClassesHandler'
> & {
  protocol: Pick<Electron.Protocol, 'handle'>;
  webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'>;
};

export type ShellContents = Pick<
  Electron.WebContents,
  | 'close'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getPrintersAsync'
  | 'id'
  | 'isDestroyed'
  | 'on'
  | 'print'
  | 'send'
  | 'setVisualZoomLevelLimits'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
> & { mainFrame: ShellFrame; session: ShellSession };

export type ShellWindow = Pick<
  Electron.BrowserWindow,
  | 'destroy'
  | 'focus'
  | 'isDestroyed'
  | 'loadURL'
  | 'on'
  | 'once'
  | 'removeMenu'
  | 'setBounds'
  | 'setKiosk'
  | 'show'
  | 'showInactive'
> & { webContents: ShellContents };

export interface ShellIpcEvent {
  sender: Pick<Electron.WebContents, 'id'>;
  senderFrame: ShellFrame | null;
}

export interface ShellIpc {
  handle(channel: string, listener: (event: ShellIpcEvent, ...args: unknown[]) => unknown): void;
  removeHandler: Electron.IpcMain['removeHandler'];
}

/** The part of Electron's main process that the shell is given. */
export interface ElectronApi {
  app: ShellApp;
  BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => ShellWindow;
  Menu: Pick<Main['Menu'], 'setApplicationMenu'>;
  clipboard: Pick<Electron.Clipboard, 'clear'>;
  ipcMain: ShellIpc;
  powerMonitor: Pick<Electron.PowerMonitor, 'on'>;
  powerSaveBlocker: Pick<Electron.PowerSaveBlocker, 'start' | 'stop'>;
  protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  screen: Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;
  session: { fromPartition(partition: string): ShellSession };
}

export type ShellCrashReporter = Pick<typeof Common.crashReporter, 'start'>;

/** What the preload script is given. */
export interface PreloadApi {
  contextBridge: Pick<typeof Renderer.contextBridge, 'exposeInMainWorld'>;
  ipcRenderer: Pick<typeof Renderer.ipcRenderer, 'invoke' | 'on' | 'removeListener'>;
}

export type { Electron };
