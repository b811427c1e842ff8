// What a press may do with the one session there is. Requests take turns; each file in presses/ answers some of them.
import type { Reply } from '../../domain/contract/kiosk-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { View } from '../../domain/contract/views.ts';
import { isPersonal, type Session } from './session.ts';

export type Change = () => Session | Promise<Session>;

export interface Desk {
  session(): Session;
  /** 'YYYY-MM-DD' in the city. */
  today(): string;
  /** A press on a page: one that has moved on changes nothing, the current page is shown instead. */
  press(
    page: string,
    change: Change,
    leaves?: 'back' | null,
    /** Why it is refused altogether, whatever page it was pressed on; null: it is not. */
    refusing?: (session: Session) => RefusalCode | null,
  ): Promise<Reply<View>>;
  /** A press on a page without a token: it leads to the same place however often it is pressed. */
  open(change: Change): Promise<Reply<View>>;
  /** A step that no press made; where it changes the session, the screen is told. */
  happen(change: Change): void;
  /** Takes its turn; what it does with the session is its own affair. */
  inTurn<T>(step: () => Promise<T>): Promise<T>;
  /** The present view. */
  shown(): Promise<Reply<View>>;
  /** A person pressed something: the idle clock starts again. */
  touch(): void;
  /** Nobody can be served now: the kiosk is closed, or asks who is there. */
  isShut(): boolean;
  /** Ends the session that this is; what is then on the screen. */
  ended(last: Session): Session;
}

/** Where nothing personal is on the screen, a page may be opened; elsewhere the way leads through Leave. */
export function unlessPersonal(session: Session, next: () => Session): Session {
  return isPersonal(session) && session.screen.at !== 'ask-progress' && session.screen.at !== 'progress'
    ? session
    : next();
}
