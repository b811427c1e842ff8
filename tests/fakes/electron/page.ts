// A page in a fake window. Its verbs are what a person or a script could try; each says what came of it.
import { EventEmitter } from 'node:events';
import type { PreloadApi, ShellContents, ShellFrame } from '../../../main/hosts/electron/api.ts';
import { openBridge } from '../../../main/hosts/electron/bridge.ts';
import type { FakeIpc } from './ipc.ts';
import { preventable } from './emitter.ts';
import type { FakeSession } from './session.ts';
import { overTheBridge } from './bridge-clone.ts';

/** A key as a keyboard sends it; what is not said is not held. */
export interface Key {
  key: string;
  control?: boolean;
  alt?: boolean;
  meta?: boolean;
  shift?: boolean;
}

export interface FakeFrame {
  url: string;
  parent: ShellFrame['parent'];
}

export interface FakePage {
  contents: ShellContents;
  frame: FakeFrame;
  session: FakeSession;
  /** What the preload put into the page's world. */
  world: Record<string, unknown>;
  zoomFactor(): number;
  /** Whether the page, or somebody in it, got there. */
  navigate(url: string, by?: 'link' | 'frame' | 'redirect'): boolean;
  openWindow(url: string): boolean;
  attachWebview(): boolean;
  /** Whether the key reached the page. */
  press(key: Key): boolean;
  enlarge(): void;
  openContextMenu(): boolean;
  /** Whether a page that wants to stay may. */
  refuseToUnload(): boolean;
  chooseBluetooth(): string | null;
  crash(): void;
  hang(): void;
  /** What the page answers when it is asked whether something is drawn; null: nothing at all. */
  answerPulseWith(answer: boolean | null): void;
  isDestroyed(): boolean;
  destroy(): void;
  printed: { options: object }[];
}

/** The printers the operating system knows. */
const printers = ['Counter 3', 'Receipts'];

export interface FakePageParts {
  id: number;
  session: FakeSession;
  ipc: FakeIpc;
  hasPreload: boolean;
  /** Why nothing is printed: `never` when the callback does not come; null when all is well. */
  printFailure: () => string | null;
}

export function fakePage({ id, session, ipc, hasPreload, printFailure }: FakePageParts): FakePage {
  const emitter = new EventEmitter();
  const renderer = new EventEmitter();
  const frame: FakeFrame = { url: '', parent: null };
  const world: Record<string, unknown> = {};
  const printed: { options: object }[] = [];
  let windowOpen: Parameters<ShellContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  let zoom = 1;
  let isGone = false;
  let drawn: boolean | null = true;

  const contents = Object.assign(emitter, {
    id,
    mainFrame: frame,
    session,
    close: destroy,
    executeJavaScript: () => (drawn === null ? new Promise<boolean>(() => {}) : Promise.resolve(drawn)),
    forcefullyCrashRenderer: crash,
    getPrintersAsync: async () => printers.map((name) => ({ name })),
    isDestroyed: () => isGone,
    send(channel: string, message: unknown) {
      if (isGone) throw new TypeError('Object has been destroyed');
      renderer.emit(channel, {}, structuredClone(message));
    },
    setVisualZoomLevelLimits: async () => {},
    setWindowOpenHandler: (handler: typeof windowOpen) => void (windowOpen = handler),
    setZoomFactor: (factor: number) => void (zoom = factor),
    print(options: object, done: (success: boolean, reason: string) => void) {
      printed.push({ options });
      const reason = printFailure();
      if (reason !== 'never') done(reason === null, reason ?? '');
    },
  }) as unknown as ShellContents & EventEmitter;

  function told(event: string, fields: object = {}, ...rest: unknown[]): boolean {
    const happening = preventable(fields);
    emitter.emit(event, happening, ...rest);
    return !happening.isPrevented();
  }
  function crash(): void {
    emitter.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
  }
  function destroy(): void {
    isGone = true;
  }

  if (hasPreload) {
    const preload: PreloadApi = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: object) => void (world[name] = overTheBridge(api)),
      },
      ipcRenderer: {
        invoke: (channel: string, ...args: unknown[]) =>
          ipc.invoke(channel, { sender: { id }, senderFrame: isGone ? null : frame }, args),
        on: (channel: string, listener: (...args: unknown[]) => void) => renderer.on(channel, listener),
        removeListener: (channel: string, listener: (...args: unknown[]) => void) =>
          renderer.removeListener(channel, listener),
      },
    } as unknown as PreloadApi;
    openBridge(preload);
  }

  return {
    contents,
    frame,
    session,
    world,
    zoomFactor: () => zoom,
    navigate(url, by = 'link') {
      const event = { link: 'will-navigate', frame: 'will-frame-navigate', redirect: 'will-redirect' }[by];
      const isLet = told(event, { url });
      if (isLet && by !== 'frame') frame.url = url;
      return isLet;
    },
    openWindow: (url) => windowOpen({ url } as Parameters<typeof windowOpen>[0]).action === 'allow',
    attachWebview: () => told('will-attach-webview', {}, {}, { src: 'https://example.org' }),
    press: ({ key, control = false, alt = false, meta = false, shift = false }) =>
      told(
        'before-input-event',
        {},
        {
          type: 'keyDown',
          key,
          control,
          alt,
          meta,
          shift,
          isComposing: false,
          modifiers: [],
        },
      ),
    enlarge() {
      zoom = 1.2;
      told('zoom-changed', {}, 'in');
    },
    openContextMenu: () => told('context-menu', {}, {}),
    refuseToUnload: () => told('will-prevent-unload'),
    chooseBluetooth() {
      let chosen: string | null = null;
      const happening = preventable({});
      emitter.emit('select-bluetooth-device', happening, [{ deviceId: 'x' }], (id: string) => (chosen = id));
      return happening.isPrevented() ? chosen : 'x';
    },
    crash,
    hang: () => void emitter.emit('unresponsive'),
    answerPulseWith: (answer) => void (drawn = answer),
    isDestroyed: () => isGone,
    destroy,
    printed,
  };
}
