// The presses of the identity step, and what a card on the reader does to a session.
import { text, type Text } from '../../../domain/contract/text.ts';
import type { IdentityCard } from '../../../domain/identity-card/card.ts';
import type { CardReader } from '../../devices/card-reader/card-reader.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Log } from '../../../lib/log.ts';
import { fillFromRecords, needsRecords, notFetched } from '../../records/prefill.ts';
import type { Records } from '../../records/records.ts';
import { createCardDesk, type CardDesk, type CardEvent } from '../card-desk.ts';
import type { Desk } from '../desk.ts';
import { passOver } from '../draft-pages.ts';
import type { Draft } from '../draft.ts';
import {
  consentsBy,
  draftByCard,
  draftByTyping,
  identityStep,
  type IdentityStep,
  type Means,
} from '../identity-step.ts';
import { isPersonal, showing, type Session } from '../session.ts';
import * as steps from '../steps.ts';
import type { IdentityFacts } from '../views/identity.ts';

export interface IdentityParts {
  reader: CardReader | null;
  records: Records;
  log: Log;
  /** The card that the session began with was taken away. */
  onCardTaken: () => void;
  /** It was laid down again. */
  onCardBack: () => void;
}

export interface IdentityDesk {
  handlers: Pick<Handlers, 'readIdentity' | 'typeIdentity'>;
  /** Opens the step, or the first question where there is nothing to decide. */
  start(session: Session, draft: Draft): Session;
  facts(): IdentityFacts;
  /** For presses that need the card at once. */
  cards: CardDesk;
  /** The person left. */
  end(): void;
  stop(): Promise<void>;
}

const ANOTHER_CARD = text(
  '这不是刚才那张身份证。给别人办，请先退出，再重新开始。',
  'This is not the card from before. To do this for somebody else, leave first and start again.',
);

export function createIdentityDesk(desk: Desk, parts: IdentityParts): IdentityDesk {
  const { reader, records, log, onCardTaken, onCardBack } = parts;
  const cards = createCardDesk(reader, (event) => desk.happen(() => afterCard(event)));

  function means(): Means {
    return { hasReader: cards.hasReader && cards.here().is !== 'not-there', canAsk: records.canAsk() };
  }

  /** Past the step: to the first page that must be asked. */
  function goOn(session: Session, draft: Draft, notice: Text | null): Session {
    const { number } = draft.identity;
    if (number === null) cards.end();
    return { ...steps.withDraft({ ...session, card: number }, passOver(draft, desk.today())), notice };
  }

  function onStep(session: Session, change: (step: IdentityStep) => Session): Session {
    return session.screen.at === 'identity' ? change(session.screen.step) : session;
  }

  function read(session: Session, step: IdentityStep, consent: boolean): Session {
    const consents = consent ? consentsBy('card', step, means()) : [];
    const next = showing(session, { at: 'identity', step: { ...step, consents, problem: null } });
    const card = cards.lying();
    return card === null ? next : useCard(next, card);
  }

  function type(session: Session, step: IdentityStep, consent: boolean): Session {
    const consents = consent ? consentsBy('typing', step, means()) : [];
    return goOn(session, draftByTyping(step, consents), null);
  }

  /** A card for the step: it is used, or it is said why not. Before a way was chosen it only lies there. */
  function useCard(session: Session, card: IdentityCard): Session {
    return onStep(session, (step) => {
      if (step.consents === null || step.isAsking) return session;
      const known = draftByCard(step, card, desk.today());
      if (!known.ok)
        return { ...session, screen: { at: 'identity', step: { ...step, problem: known.error } } };
      if (!needsRecords(known.value)) return goOn(session, known.value, null);
      return ask(session, { ...step, draft: known.value, isAsking: true, problem: null });
    });
  }

  /** The departments are asked beside the turns: whoever changes their mind meanwhile is not held up. */
  function ask(session: Session, step: IdentityStep): Session {
    // From here on the card is this person's: they are asked when it goes.
    const asking = showing({ ...session, card: step.draft.identity.number }, { at: 'identity', step });
    const isStill = () => desk.session().page === asking.page;
    void fillFromRecords(step.draft, records, desk.today())
      .catch((error: unknown) => {
        log.unexpected('records not fetched', error);
        return { draft: step.draft, faults: ['no-connection' as const] };
      })
      .then(({ draft, faults }) =>
        desk.happen(() => (isStill() ? goOn(desk.session(), draft, notFetched(faults)) : desk.session())),
      );
    return asking;
  }

  function afterCard(event: CardEvent): Session {
    const session = desk.session();
    if (event.event === 'card') return afterLaid(session, event.card);
    if (event.event === 'removed') return afterRemoved(session);
    return session.screen.at === 'identity' ? { ...session } : session;
  }

  function afterLaid(session: Session, card: IdentityCard): Session {
    if (session.screen.at === 'identity') return useCard({ ...session }, card);
    if (!isPersonal(session) || session.card === null) return session;
    if (session.card !== card.number) return { ...session, notice: ANOTHER_CARD };
    onCardBack();
    return { ...session, notice: null };
  }

  function afterRemoved(session: Session): Session {
    if (session.screen.at === 'identity' && !session.screen.step.isAsking)
      return { ...session, screen: { at: 'identity', step: { ...session.screen.step, problem: null } } };
    if (isPersonal(session) && session.card !== null) onCardTaken();
    return session;
  }

  return {
    handlers: {
      readIdentity: ({ page, consent }) =>
        desk.press(page, () => onStep(desk.session(), (step) => read(desk.session(), step, consent))),
      typeIdentity: ({ page, consent }) =>
        desk.press(page, () => onStep(desk.session(), (step) => type(desk.session(), step, consent))),
    },
    start(session, draft) {
      cards.begin();
      const step = identityStep(draft, means());
      if (step === null) return goOn(session, draft, null);
      const shown = showing(session, { at: 'identity', step });
      const card = cards.lying();
      return card === null ? shown : useCard(shown, card);
    },
    facts: () => ({ means: means(), here: cards.here() }),
    cards,
    end: cards.leave,
    stop: cards.stop,
  };
}
