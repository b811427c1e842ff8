// An item that was judged, on its way into the database with those of other batches.
import type { RefusedBecause, SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Judged } from './judge.ts';
import type { ItemName, ReadItem } from './read-item.ts';

export type No = { result: 'refused'; because: RefusedBecause } | { result: 'conflict'; because: null };

/** What is to be done with an item, as far as that could be told without the database's word. */
export type Entry =
  | { state: 'refused'; kiosk: Kiosk; name: ItemName; because: RefusedBecause }
  /** Its id was taken before: it was not judged again. */
  | { state: 'known'; kiosk: Kiosk; item: ReadItem }
  | ArrivedEntry;

export interface ArrivedEntry extends Judged {
  state: 'arrived';
  kiosk: Kiosk;
  item: ReadItem;
}

export interface Answer {
  acknowledgement: SignedAcknowledgement;
  /** Why it was not taken, as a code; null: it was, now or before. */
  code: RefusedBecause | 'conflict' | null;
}
