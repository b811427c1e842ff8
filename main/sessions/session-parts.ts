// What the sessions of a kiosk are put together of.
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Place } from '../../domain/contract/views.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { KioskConfig } from '../config.ts';
import type { CopyDesk } from '../copies/copy-desk.ts';
import type { CardReader } from '../devices/card-reader/card-reader.ts';
import type { DocumentRoom } from '../documents/document-room.ts';
import type { RatingDesk } from '../ratings/rating-desk.ts';
import type { Records } from '../records/records.ts';
import type { StaffRoom } from '../staff/room.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { Submitter } from '../submissions/submitter.ts';
import type { LinkState } from '../sync/link.ts';
import type { PlatformClient } from '../sync/platform-client.ts';
import type { CallHelp } from './presses/help.ts';
import type { ProgressDesk } from './progress.ts';
import type { QuestionCounter } from './question-counter.ts';

export interface SessionParts {
  config: Pick<KioskConfig, 'idle' | 'locale' | 'reprints'>;
  place: Place;
  shelf: ProcedureShelf;
  store: Store;
  /** null: the machine takes no applications, and why. */
  submitter: Submitter | null;
  closed: { code: string; because: RefusalCode } | null;
  storage: Storage;
  progress: ProgressDesk;
  /** What lends answers to be mended; null: this kiosk belongs to no platform yet. */
  borrow: PlatformClient['borrow'] | null;
  /** null: no ratings are asked for. */
  ratings: RatingDesk | null;
  counter: QuestionCounter;
  documents: DocumentRoom;
  /** null: this machine prints no full copies. */
  copies: CopyDesk | null;
  staff: StaffRoom;
  callHelp: CallHelp;
  /** null: this machine has no card reader. */
  reader: CardReader | null;
  records: Records;
  clock: Clock;
  timers: Timers;
  log: Log;
  linkState: () => LinkState;
  /** A submission was put down, or a copy was asked for. */
  onSubmitted: () => void;
  onPrintAsked: () => void;
  emit: (event: KioskEvent) => void;
}
