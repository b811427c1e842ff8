// Keys that somebody tries, as xdotool names them: pressed in the browser host's own Chromium and handed to Electron's
// doubles. `plain` says what a Chromium did with them that was only told `--kiosk --app=…`.
import type { Plain, Where } from './table.ts';

type KeyRow = readonly [keys: string, does: string, plain: Plain, where?: readonly Where[]];

/** Nothing of Electron's is behind these keys: they reach the page, which has to answer for them. */
const CHROMIUM = ['chromium'] as const;

export const keys: Record<string, readonly KeyRow[]> = {
  'Keys: app': [
    ['alt+F4', 'close', 'through'],
    ['ctrl+w', 'close', 'through'],
    ['ctrl+F4', 'close', 'through'],
    ['ctrl+shift+w', 'close all', 'through'],
    ['ctrl+q', 'quit', 'alike'],
    ['ctrl+shift+q', 'quit', 'alike'],
    ['F11', 'leave full screen', 'alike'],
    ['Escape', 'leave full screen', 'alike', CHROMIUM],
    ['shift+Escape', 'list of tasks', 'through'],
    ['ctrl+m', 'minimise', 'alike'],
    ['ctrl+n', 'new window', 'through'],
    ['ctrl+shift+n', 'new private window', 'through'],
    ['ctrl+t', 'new tab', 'through'],
    ['ctrl+shift+t', 'last tab again', 'alike'],
    ['ctrl+Tab', 'next tab', 'alike'],
    ['ctrl+1', 'first tab', 'alike'],
    ['alt+space', 'menu of the window', 'alike'],
    ['alt+Left', 'back', 'through'],
    ['alt+Right', 'forward', 'alike'],
    ['XF86Back', 'back', 'through'],
    ['F5', 'reload', 'through'],
    ['ctrl+r', 'reload', 'through'],
    ['ctrl+shift+r', 'reload all', 'through'],
    ['alt+Home', 'start page', 'alike'],
  ],
  'Keys: browser': [
    ['ctrl+p', 'print', 'through'],
    ['ctrl+shift+p', 'print by the system’s window', 'through'],
    ['ctrl+s', 'save', 'through'],
    ['ctrl+o', 'open a file', 'alike'],
    ['ctrl+u', 'source', 'through'],
    ['ctrl+f', 'find', 'through'],
    ['ctrl+g', 'find again', 'through'],
    ['F1', 'help', 'through'],
    ['F3', 'find', 'through'],
    ['F6', 'address bar', 'alike'],
    ['F7', 'caret browsing', 'through'],
    ['F10', 'menu', 'alike'],
    ['ctrl+h', 'history', 'through'],
    ['ctrl+j', 'downloads', 'through'],
    ['ctrl+l', 'address bar', 'alike'],
    ['ctrl+k', 'search', 'alike'],
    ['alt+d', 'address bar', 'alike'],
    ['alt+f', 'menu', 'alike'],
    ['ctrl+d', 'bookmark', 'alike'],
    ['ctrl+shift+o', 'bookmarks', 'through'],
    ['ctrl+shift+Delete', 'settings', 'through'],
    ['ctrl+plus', 'enlarge', 'through'],
    ['ctrl+minus', 'reduce', 'through'],
    ['ctrl+0', 'size as it was', 'alike'],
    ['Menu', 'menu of the page', 'alike'],
    ['shift+F10', 'menu of the page', 'alike'],
  ],
  DevTools: [
    ['F12', 'tools', 'through'],
    ['ctrl+shift+i', 'tools', 'through'],
    ['ctrl+shift+j', 'console', 'through'],
    ['ctrl+shift+c', 'inspect', 'through'],
    ['ctrl+shift+k', 'console', 'alike'],
  ],
};
