// Every way out of the kiosk that somebody is known to try, as data: what is tried and where it is tried here. What only
// the operating system can hold is in system.ts, keys are in keys.ts; docs/security.md lists all of them with the tests.
//
// `chromium` rows are tried in tests/e2e/escapes.spec.ts on the browser host's own Chromium, `electron-double` rows in
// tests/electron/escapes.test.ts through the typed doubles. Every row needs a try under its id: one that is missing does
// not compile (`Tries`). Keys are all pressed in the same way and need none.
import { keys } from './keys.ts';

export type Where = 'chromium' | 'electron-double';

/** What the same try does in a Chromium that was only told `--kiosk --app=…`, as seen when it was tried there. */
export type Plain =
  /** It gets through. */
  | 'through'
  /** Nothing happens there either: the try shows that it stays so, not that we hold it. */
  | 'alike'
  /** It asks of something that a plain Chromium does not have. */
  | 'ours';

type Row = readonly [id: string, tries: string, where: readonly Where[], plain: Plain | null];

const BOTH = ['chromium', 'electron-double'] as const;
const CHROMIUM = ['chromium'] as const;
const ELECTRON = ['electron-double'] as const;

const rows = {
  'Keys: app': [['key-backspace', 'Backspace outside a field: back', CHROMIUM, 'alike']],
  DevTools: [
    [
      'environment-ears',
      'the environment has the browser write its secrets into a file',
      CHROMIUM,
      'through',
    ],
    ['debugger-signal', 'the signal that opens Node’s debugger', CHROMIUM, 'ours'],
    ['forbidden-switch', 'the program is started with --inspect, --remote-debugging-port, …', BOTH, 'ours'],
    ['forbidden-variable', 'NODE_OPTIONS, ELECTRON_RUN_AS_NODE, LD_PRELOAD, …', BOTH, 'ours'],
    ['devtools-by-call', 'the page’s tools are opened by a call', ELECTRON, null],
  ],
  Touch: [
    ['touch-long-press', 'a finger rests on words', CHROMIUM, 'alike'],
    ['touch-long-press-field', 'a finger rests on a field', CHROMIUM, 'alike'],
    ['touch-double-tap', 'two taps in one place', CHROMIUM, 'alike'],
    ['touch-pinch', 'two fingers spread', CHROMIUM, 'alike'],
    ['touch-two-fingers', 'two fingers tap', CHROMIUM, 'alike'],
    ['touch-edge-swipe', 'a finger comes in from the left edge', CHROMIUM, 'alike'],
    ['touch-overscroll', 'a finger pulls the page down', CHROMIUM, 'alike'],
    ['touch-three-fingers', 'three fingers wipe', CHROMIUM, 'alike'],
  ],
  Mouse: [
    ['mouse-right-click', 'the right button on words', BOTH, 'alike'],
    ['mouse-right-click-field', 'the right button in a field', CHROMIUM, 'alike'],
    ['mouse-middle-click', 'the middle button: what was marked is pasted', CHROMIUM, 'through'],
    ['mouse-back-button', 'the thumb’s button: back', CHROMIUM, 'through'],
    ['mouse-wheel-zoom', 'Ctrl and the wheel', CHROMIUM, 'through'],
    ['mouse-drag-out', 'words are dragged out', CHROMIUM, 'through'],
    ['mouse-drag-picture', 'a picture is dragged out', CHROMIUM, 'through'],
    ['mouse-drop-file', 'a file is dropped in', BOTH, 'through'],
    ['mouse-drop-link', 'an address is dropped in', BOTH, 'through'],
  ],
  Dialogs: [
    ['dialog-alert', 'alert()', CHROMIUM, 'through'],
    ['dialog-confirm', 'confirm()', CHROMIUM, 'through'],
    ['dialog-prompt', 'prompt()', CHROMIUM, 'through'],
    ['dialog-beforeunload', '“Leave this page?”', CHROMIUM, 'through'],
    ['dialog-print', 'print()', CHROMIUM, 'through'],
    ['dialog-file-input', 'a field for a file', CHROMIUM, 'through'],
    ['dialog-open-picker', 'showOpenFilePicker()', CHROMIUM, 'through'],
    ['dialog-folder-picker', 'showDirectoryPicker()', CHROMIUM, 'through'],
    ['dialog-date', 'the calendar of a date field', CHROMIUM, 'ours'],
    ['dialog-colour', 'the palette of a colour field', CHROMIUM, 'ours'],
    ['dialog-http-auth', 'an answer that asks for a password', BOTH, 'through'],
    ['dialog-certificate', 'a server with a wrong certificate', BOTH, 'through'],
    ['dialog-client-certificate', 'a server that asks for a certificate', ELECTRON, null],
    ['dialog-autofill', 'names typed before are offered', CHROMIUM, 'alike'],
    ['dialog-hung', '“Page unresponsive”', CHROMIUM, 'through'],
  ],
  Links: [
    ['link-elsewhere', 'https: to another place', BOTH, 'through'],
    ['link-mailto', 'mailto:', BOTH, 'through'],
    ['link-tel', 'tel:', BOTH, 'through'],
    ['link-ms-settings', 'ms-settings:', BOTH, 'through'],
    ['link-intent', 'intent:', BOTH, 'through'],
    ['link-javascript', 'javascript:', BOTH, 'through'],
    ['link-vbscript', 'vbscript:', BOTH, 'alike'],
    ['link-data', 'data:', BOTH, 'alike'],
    ['link-blob', 'blob:', BOTH, 'through'],
    ['link-view-source', 'view-source:', BOTH, 'alike'],
    ['link-chrome', 'chrome:', BOTH, 'alike'],
    ['link-file', 'file:', BOTH, 'alike'],
    ['link-share', '\\\\host\\share', BOTH, 'through'],
    ['link-form', 'a form that is sent elsewhere', BOTH, 'through'],
    ['link-meta-refresh', 'a page that sends itself elsewhere', CHROMIUM, 'through'],
    ['link-frame', 'another place in a frame', BOTH, 'through'],
    ['link-redirect', 'an answer that leads elsewhere', ELECTRON, null],
    ['open-external', 'the system is asked to open an address', ELECTRON, null],
    ['webview', '<webview>', ELECTRON, null],
  ],
  'New windows': [
    ['window-open', 'window.open()', BOTH, 'through'],
    ['window-blank', 'target="_blank"', BOTH, 'through'],
    ['window-shift-click', 'Shift and a click', CHROMIUM, 'through'],
    ['window-ctrl-click', 'Ctrl and a click', CHROMIUM, 'through'],
    ['window-middle-click', 'the middle button on an address', CHROMIUM, 'through'],
    ['window-second-start', 'the program is started again', ELECTRON, null],
  ],
  'Behind the page': [
    ['behind-print', 'Ctrl+P while the page cannot refuse it', CHROMIUM, 'through'],
    ['behind-system-print', 'Ctrl+Shift+P, the same', CHROMIUM, 'through'],
    ['behind-save', 'Ctrl+S, the same', CHROMIUM, 'through'],
    ['behind-open', 'Ctrl+O, the same', CHROMIUM, 'alike'],
    ['behind-private', 'Ctrl+Shift+N, the same', CHROMIUM, 'through'],
    ['behind-caret', 'F7, the same', CHROMIUM, 'through'],
    ['behind-new-window', 'Ctrl+N, the same', CHROMIUM, 'through'],
    ['behind-new-tab', 'Ctrl+T, the same', CHROMIUM, 'through'],
    ['behind-history', 'Ctrl+H, the same', CHROMIUM, 'through'],
    ['behind-help', 'F1, the same', CHROMIUM, 'through'],
    ['behind-settings', 'Ctrl+Shift+Del, the same', CHROMIUM, 'through'],
    ['behind-elsewhere', 'the page goes elsewhere', CHROMIUM, 'through'],
  ],
  Content: [
    ['content-html', 'a matter called <img onerror>', CHROMIUM, 'ours'],
    ['content-svg', 'a matter called <svg onload>', CHROMIUM, 'ours'],
    ['content-markdown', 'a matter called [here](https://…)', CHROMIUM, 'ours'],
    ['content-bidi', 'a matter whose name turns the writing round', CHROMIUM, 'ours'],
    ['content-megabyte', 'a matter with a name of a megabyte', CHROMIUM, 'ours'],
    ['content-pdf', 'a PDF in the page', CHROMIUM, 'through'],
    ['content-script', 'a script and an eval in the page', BOTH, 'through'],
  ],
  Downloads: [
    ['download-attribute', '<a download>', BOTH, 'through'],
    ['download-blob', 'a blob is saved', CHROMIUM, 'through'],
    ['download-save-picker', 'showSaveFilePicker()', CHROMIUM, 'through'],
    ['download-answer', 'an answer that is to be saved', BOTH, 'through'],
  ],
  Permissions: [
    ['permission-geolocation', 'where the machine is', BOTH, 'through'],
    ['permission-notifications', 'notices', BOTH, 'through'],
    ['permission-camera', 'the camera', BOTH, 'alike'],
    ['permission-microphone', 'the microphone', BOTH, 'alike'],
    ['permission-screen', 'a picture of the screen', BOTH, 'through'],
    ['permission-clipboard', 'what was copied', BOTH, 'through'],
    ['permission-midi', 'MIDI', BOTH, 'through'],
    ['permission-usb', 'USB', BOTH, 'through'],
    ['permission-serial', 'a serial port', BOTH, 'through'],
    ['permission-hid', 'HID', BOTH, 'through'],
    ['permission-bluetooth', 'Bluetooth', BOTH, 'alike'],
    ['permission-fonts', 'fonts of the machine', CHROMIUM, 'through'],
    ['permission-displays', 'displays of the machine', CHROMIUM, 'through'],
    ['permission-lock-keys', 'keys and pointer are taken', BOTH, 'through'],
    ['permission-persist', 'storage that stays', CHROMIUM, 'alike'],
    ['service-worker', 'a program that outlives the page', CHROMIUM, 'through'],
    ['full-screen-by-script', 'the page leaves full screen', CHROMIUM, 'alike'],
  ],
  'Next citizen': [
    ['next-back', 'Back and Forward', CHROMIUM, 'through'],
    ['next-paste', 'paste what the last person copied', CHROMIUM, 'ours'],
    ['next-marked', 'the middle button pastes what the last person marked', CHROMIUM, 'ours'],
    ['next-undo', 'undo', CHROMIUM, 'ours'],
    ['next-offered', 'what the last person typed is offered', CHROMIUM, 'ours'],
    ['next-title', 'title and address', CHROMIUM, 'ours'],
    ['next-stores', 'cookies, stores and caches', BOTH, 'ours'],
    ['next-profile', 'the folder of the last browser', CHROMIUM, 'ours'],
  ],
  'Crash path': [
    ['crash-page', 'the page crashes', BOTH, 'ours'],
    ['crash-renderer', 'its process is killed', CHROMIUM, 'ours'],
    ['crash-browser', 'the browser is killed', CHROMIUM, 'ours'],
    ['crash-graphics', 'the graphics process is killed', BOTH, 'ours'],
    ['crash-hang', 'the page hangs', BOTH, 'ours'],
    ['crash-blank', 'the page goes white', CHROMIUM, 'ours'],
    ['crash-thrice', 'three crashes in five minutes', BOTH, 'ours'],
  ],
  'Channel to the kiosk': [
    ['channel-unknown', 'an operation that does not exist', BOTH, 'ours'],
    ['channel-prototype', '__proto__ and constructor as names and keys', BOTH, 'ours'],
    ['channel-huge', 'a hundred megabytes', BOTH, 'ours'],
    ['channel-other-frame', 'another frame, origin or window asks', BOTH, 'ours'],
    ['channel-after-leaving', 'a window asks whose person has left', BOTH, 'ours'],
    ['channel-flood', 'a thousand requests a second', BOTH, 'ours'],
    ['file-outside', '../, %2e%2e, ..\\ and NUL in the address of a file', BOTH, 'ours'],
  ],
} as const satisfies Record<string, readonly Row[]>;

type AnyRow = (typeof rows)[keyof typeof rows][number];

/** The ids that a place has to try; keys not among them. */
export type IdOf<W extends Where> = AnyRow extends infer R
  ? R extends readonly [infer Id extends string, string, readonly (infer Places)[], unknown]
    ? W extends Places
      ? Id
      : never
    : never
  : never;

/** A try for every row of a place: a row without one does not compile. */
export type Tries<W extends Where, Try> = Record<IdOf<W>, Try>;

export interface Escape {
  id: string;
  route: string;
  tries: string;
  where: readonly Where[];
  plain: Plain | null;
  /** Rows of keys: what is pressed, as xdotool names it. */
  keys: string | null;
}

const BOTH_PLACES: readonly Where[] = BOTH;

function keyRows(): Escape[] {
  return Object.entries(keys).flatMap(([route, list]) =>
    list.map(([pressed, does, plain, where = BOTH_PLACES]) => ({
      id: `key-${pressed.toLowerCase().replaceAll('+', '-')}`,
      route,
      tries: `${pressed}: ${does}`,
      where,
      plain,
      keys: pressed,
    })),
  );
}

function otherRows(): Escape[] {
  return Object.entries(rows).flatMap(([route, list]) =>
    list.map(([id, tries, where, plain]) => ({ id, route, tries, where, plain, keys: null })),
  );
}

export const escapes: readonly Escape[] = [...keyRows(), ...otherRows()];

/** The keys that a place has to press. */
export function keysFor(where: Where): { id: string; keys: string }[] {
  return escapes.flatMap(({ id, keys: pressed, where: places }) =>
    pressed !== null && places.includes(where) ? [{ id, keys: pressed }] : [],
  );
}

/** The row of an id. */
export function escapeOf(id: string): Escape {
  const found = escapes.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no escape is called ${id}`);
  return found;
}
