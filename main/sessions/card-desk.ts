// The card reader during sessions: it is watched only while somebody may lay a card down, and a card that its owner forgot
// is never taken for the next person's.
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import type { CardNews, CardReader } from '../devices/card-reader/card-reader.ts';
import type { CardHere } from './identity-step.ts';

export interface CardDesk {
  /** Whether a reader belongs to this machine, well or not. */
  hasReader: boolean;
  /** How it is with reader and card. */
  here(): CardHere;
  /** The card of this person that lies there and was read; null: none does. */
  lying(): IdentityCard | null;
  /** Somebody may lay a card down from now on. */
  begin(): void;
  /** This person needs the reader no more for now. */
  end(): void;
  /** This person left: a card that still lies there is theirs, and is nobody else's before it was lifted. */
  leave(): void;
  stop(): Promise<void>;
}

/** What a session hears: only of cards that were laid down while it watched. */
export type CardEvent = { event: 'changed' } | { event: 'card'; card: IdentityCard } | { event: 'removed' };

const NO_DESK: CardDesk = {
  hasReader: false,
  here: () => ({ is: 'starting' }),
  lying: () => null,
  begin: () => {},
  end: () => {},
  leave: () => {},
  stop: async () => {},
};

export function createCardDesk(reader: CardReader | null, tell: (event: CardEvent) => void): CardDesk {
  if (reader === null) return NO_DESK;
  let here: CardHere = { is: 'starting' };
  let card: IdentityCard | null = null;
  let isLying = false;
  let isServing = false;
  let isLeftBehind = false;
  let watching: { stop(): Promise<void> } | null = null;
  let ending: Promise<void> = Promise.resolve();

  function become(next: CardHere, event: CardEvent): void {
    here = next;
    if (isServing) tell(event);
  }

  /** One watch ends before the next begins: a line to the reader is for one. */
  function stopWatching(): void {
    const last = watching;
    watching = null;
    here = { is: 'starting' };
    if (last !== null) ending = ending.then(() => last.stop());
  }

  function startWatching(watched: CardReader): void {
    if (watching !== null) return;
    let isWanted = true;
    let begun: { stop(): Promise<void> } | null = null;
    const beginning = ending.then(() => {
      if (isWanted) begun = watched.watch(hear);
    });
    watching = {
      async stop() {
        isWanted = false;
        await beginning;
        await begun?.stop();
      },
    };
  }

  function hear(news: CardNews): void {
    // A forgotten card is nobody's until it was lifted; whether the reader is there is told all the same.
    if (isLeftBehind && news.news !== 'removed' && news.news !== 'reader') return;
    switch (news.news) {
      case 'reader':
        return become(
          news.state === 'ready'
            ? { is: isLying ? 'reading' : 'waiting' }
            : { is: 'not-there', state: news.state },
          { event: 'changed' },
        );
      case 'reading':
        isLying = true;
        return become({ is: 'reading' }, { event: 'changed' });
      case 'card':
        isLying = true;
        card = news.card;
        return become({ is: 'reading' }, { event: 'card', card: news.card });
      case 'trouble':
        // What could not be read is nobody's secret: the next person is told the same.
        isLying = false;
        return become({ is: 'problem', because: news.because }, { event: 'changed' });
      case 'removed':
        isLying = false;
        isLeftBehind = false;
        card = null;
        become({ is: 'waiting' }, { event: 'removed' });
        if (!isServing) stopWatching();
    }
  }

  return {
    hasReader: true,
    here: () => (isLeftBehind && here.is !== 'not-there' ? { is: 'left-behind' } : here),
    lying: () => (isServing && !isLeftBehind ? card : null),
    begin() {
      if (isServing) return;
      isServing = true;
      startWatching(reader);
    },
    end() {
      isServing = false;
      if (!isLying) stopWatching();
    },
    leave() {
      isServing = false;
      card = null;
      isLeftBehind = isLying;
      if (!isLying) stopWatching();
    },
    async stop() {
      isServing = false;
      stopWatching();
      await ending;
    },
  };
}
