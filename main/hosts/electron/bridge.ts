// The screen's only way out of its sandbox: one function for each operation of the contract, and one ear. Nothing of
// Electron itself is handed on, neither the channel nor its events.
import { operationNames } from '../../../domain/contract/kiosk-names.ts';
import type { PreloadApi } from './api.ts';
import { ASK, TOLD } from './channels.ts';

/** Where the page finds the bridge. */
export const BRIDGE = 'oneWindow';

export function openBridge({ contextBridge, ipcRenderer }: PreloadApi): void {
  const operations = operationNames.map((name) => [
    name,
    (input: unknown): Promise<unknown> => ipcRenderer.invoke(ASK, name, input),
  ]);
  contextBridge.exposeInMainWorld(BRIDGE, {
    ...Object.fromEntries(operations),
    subscribe(listener: (message: unknown) => void) {
      const take = (_event: unknown, message: unknown) => listener(message);
      ipcRenderer.on(TOLD, take);
      return () => void ipcRenderer.removeListener(TOLD, take);
    },
  });
}
