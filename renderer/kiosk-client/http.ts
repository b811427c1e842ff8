// The browser host: requests and server-sent events on the origin that served this page.
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { asReply, NO_ANSWER, type Transport } from './transport.ts';

export function httpTransport(): Transport {
  return {
    async send(name, input) {
      try {
        const response = await fetch(`/kiosk/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return asReply(await response.json());
      } catch {
        // Nobody answers, or not in our words: the caller shows it and asks again.
        return NO_ANSWER;
      }
    },
    subscribe(listener) {
      const stream = new EventSource('/kiosk-events');
      stream.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data) as KioskEvent);
      return () => stream.close();
    },
  };
}
