// A session with everything allowed until the shell says otherwise, as Electron's is.
import { EventEmitter } from 'node:events';
import type { ShellSession } from '../../../main/hosts/electron/api.ts';
import { preventable } from './emitter.ts';

export interface Asks {
  url?: string;
  isMainFrame?: boolean;
  mediaTypes?: ('video' | 'audio')[];
}

export interface FakeSession extends ShellSession {
  partition: string;
  /** Whether the permission is given, to a page that asks for it. */
  requestPermission(permission: string, asks?: Asks): boolean;
  checkPermission(permission: string, asks?: Asks): boolean;
  download(url: string): boolean;
  /** Whether a request leaves the page. */
  request(url: string): boolean;
  /** What the app:// protocol answers. */
  fetch(url: string, method?: string): Promise<Response>;
  /** What a page got that asked for a device, or null. */
  chooseDevice(kind: 'hid' | 'serial' | 'usb'): unknown;
  mayUseDevice(): boolean;
  captureDisplay(): unknown;
  freeUsbClasses(): string[];
  isCleared(): boolean;
  checksSpelling(): boolean;
}

type Handler<N extends keyof ShellSession> = ShellSession[N] extends (handler: infer H) => unknown
  ? Exclude<H, null>
  : never;

const DEVICES = {
  hid: ['select-hid-device', [{ deviceList: [{ deviceId: 'x' }] }]],
  serial: ['select-serial-port', [[{ portId: 'x' }], {}]],
  usb: ['select-usb-device', [{ deviceList: [{ deviceId: 'x' }] }]],
} as const;

export function fakeSession(partition: string): FakeSession {
  const emitter = new EventEmitter();
  const cleared = new Set<string>();
  let spelling = true;
  let onRequest: Handler<'setPermissionRequestHandler'> = (_, _permission, callback) => callback(true);
  let onCheck: Handler<'setPermissionCheckHandler'> = () => true;
  let onDevice: Handler<'setDevicePermissionHandler'> = () => true;
  let onDisplay: (request: never, callback: (streams: unknown) => void) => void = (_, callback) =>
    callback({ video: 'screen' });
  let usbClasses: Handler<'setUSBProtectedClassesHandler'> = () => [];
  let beforeRequest: (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void = (
    _,
    callback,
  ) => callback({});
  let protocol: ((request: Request) => Response | Promise<Response>) | null = null;

  const own: Pick<FakeSession, 'partition' | 'isCleared' | 'checksSpelling'> = {
    partition,
    isCleared: () => cleared.size === 3,
    checksSpelling: () => spelling,
  };
  const api = {
    clearStorageData: async () => void cleared.add('storage'),
    clearCache: async () => void cleared.add('cache'),
    clearAuthCache: async () => void cleared.add('auth'),
    setPermissionRequestHandler: (handler: typeof onRequest) => void (onRequest = handler),
    setPermissionCheckHandler: (handler: typeof onCheck) => void (onCheck = handler),
    setDevicePermissionHandler: (handler: typeof onDevice) => void (onDevice = handler),
    setDisplayMediaRequestHandler: (handler: typeof onDisplay) => void (onDisplay = handler),
    setUSBProtectedClassesHandler: (handler: typeof usbClasses) => void (usbClasses = handler),
    setSpellCheckerEnabled: (is: boolean) => void (spelling = is),
    webRequest: { onBeforeRequest: (listener: typeof beforeRequest) => void (beforeRequest = listener) },
    protocol: { handle: (_: string, handler: NonNullable<typeof protocol>) => void (protocol = handler) },
  };
  const verbs = {
    requestPermission(permission: string, { url = '', isMainFrame = true, mediaTypes }: Asks = {}) {
      let isGiven = false;
      const details = {
        requestingUrl: url,
        isMainFrame,
        ...(mediaTypes === undefined ? {} : { mediaTypes }),
      };
      onRequest(null as never, permission as never, (is) => void (isGiven = is), details);
      return isGiven;
    },
    checkPermission: (permission: string, { url = '', isMainFrame = true, mediaTypes }: Asks = {}) =>
      onCheck(null, permission as never, url, { isMainFrame, mediaType: mediaTypes?.[0] } as never),
    download(url: string) {
      const happening = preventable({});
      emitter.emit('will-download', happening, { getURL: () => url });
      return !happening.isPrevented();
    },
    request(url: string) {
      let isCancelled = false;
      beforeRequest({ url }, ({ cancel = false }) => void (isCancelled = cancel));
      return !isCancelled;
    },
    fetch: async (url: string, method = 'GET') => {
      if (protocol === null) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME');
      // A Request would tidy the address up; a page's own request need not be tidy.
      return protocol({ url, method } as Request);
    },
    chooseDevice(kind: keyof typeof DEVICES) {
      const [event, details] = DEVICES[kind];
      const happening = preventable({});
      let chosen: unknown = 'x';
      emitter.emit(event, happening, ...details, (id: unknown) => (chosen = id));
      return happening.isPrevented() ? chosen : 'x';
    },
    mayUseDevice: () => onDevice({ deviceType: 'usb', origin: 'app://kiosk', device: {} } as never),
    captureDisplay() {
      let streams: unknown = null;
      onDisplay(null as never, (given) => (streams = given));
      return streams;
    },
    freeUsbClasses() {
      const all = ['audio', 'hid', 'mass-storage', 'smart-card', 'video'];
      const kept = usbClasses({ protectedClasses: all } as never);
      return all.filter((name) => !kept.includes(name));
    },
  };
  return Object.assign(emitter, own, api, verbs) as unknown as FakeSession;
}
