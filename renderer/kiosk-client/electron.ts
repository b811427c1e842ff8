// The Electron host: the one question and the one ear that the preload offers.
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { asReply, NO_ANSWER, type Transport } from './transport.ts';

export interface Bridge {
  send(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}

export function electronTransport(bridge: Bridge): Transport {
  return {
    async send(name, input) {
      try {
        return asReply(await bridge.send(name, input));
      } catch {
        // The main process is ending: the caller shows it and asks again.
        return NO_ANSWER;
      }
    },
    subscribe: (listener) => bridge.subscribe((event) => listener(event as KioskEvent)),
  };
}
