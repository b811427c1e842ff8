// The Electron host: one function for each operation and one ear, as the preload offers them.
import type { Name, Reply } from '../../domain/contract/kiosk-api.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { asReply, NO_ANSWER, type Transport } from './transport.ts';

export type Bridge = Record<Name, (input: unknown) => Promise<unknown>> & {
  subscribe(listener: (event: unknown) => void): () => void;
};

const NOT_OFFERED: Reply = { ok: false, error: { code: 'unknown-operation' } };

export function electronTransport(bridge: Bridge): Transport {
  return {
    async send(name, input) {
      // What the bridge does not offer cannot be asked for.
      if (!Object.hasOwn(bridge, name)) return NOT_OFFERED;
      try {
        return asReply(await bridge[name](input));
      } catch {
        // The main process is ending: the caller shows it and asks again.
        return NO_ANSWER;
      }
    },
    subscribe: (listener) => bridge.subscribe((event) => listener(event as KioskEvent)),
  };
}
