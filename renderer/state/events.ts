// What the kiosk tells unasked, brought into the store.
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { Transport } from '../kiosk-client/transport.ts';
import { idleChanged } from './idle.ts';
import { kiosk } from './kiosk.ts';
import { sessionEnded } from './life.ts';
import type { Store } from './store.ts';

/** Listens until the page goes. `startAfresh` throws this page away and loads a new one. */
export function listen({ subscribe, send }: Transport, store: Store, startAfresh: () => void): () => void {
  async function afterEnd(): Promise<void> {
    store.dispatch(sessionEnded());
    // Where the host brings a new window this one may ask nothing any more and waits, empty, to be closed.
    const reply = await send('look', null);
    if (reply.ok) startAfresh();
  }

  function take(event: KioskEvent): void {
    switch (event.name) {
      case 'view':
        void store.dispatch(kiosk.util.upsertQueryData('look', null, event.payload));
        return;
      case 'status':
        void store.dispatch(kiosk.util.upsertQueryData('status', null, event.payload));
        return;
      case 'idle':
        store.dispatch(idleChanged(event.payload));
        return;
      case 'ended':
        void afterEnd();
    }
  }

  return subscribe(take);
}
