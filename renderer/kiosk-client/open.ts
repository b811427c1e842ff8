import { electronTransport, type Bridge } from './electron.ts';
import { httpTransport } from './http.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    oneWindow?: Bridge;
  }
}

/** The way to the kiosk under whichever host this page runs. */
export function openTransport(): Transport {
  return window.oneWindow === undefined ? httpTransport() : electronTransport(window.oneWindow);
}
