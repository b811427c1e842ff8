// The step between guide and first question: who the applicant is, and what may be asked of departments. Pure: the desk
// for cards and the presses bring in what happens.
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { cardRecord, validityOf } from '../../domain/identity-card/card.ts';
import type { Prefill } from '../../domain/procedure/procedure.ts';
import { isLentRecord, isPersonalRecord } from '../../domain/records/records.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CardTrouble, ReaderState } from '../devices/card-reader/card-reader.ts';
import { takeAnswers } from '../records/take-answers.ts';
import { TYPED } from './applicant-identity.ts';
import type { Draft } from './draft.ts';

/** Why a card is not used: it gave nothing, or what it says does not do. */
export type CardProblem = CardTrouble | 'expired' | 'not-yet-valid' | 'old-number';

/** How it is with reader and card. */
export type CardHere =
  | { is: 'starting' }
  | { is: 'waiting' }
  | { is: 'not-there'; state: ReaderState }
  | { is: 'reading' }
  /** Left by whoever was here before: it must be lifted first. */
  | { is: 'left-behind' }
  | { is: 'problem'; because: CardProblem };

export interface IdentityStep {
  /** Begun and unanswered; with what the card says once it was read. */
  draft: Draft;
  /** Types of records that may be used, as they were named; null: not said yet. */
  consents: string[] | null;
  /** Whether there was anything to agree to. */
  hasChoice: boolean;
  /** The departments are being asked. */
  isAsking: boolean;
  /** What is wrong with the card that lies there, or null. */
  problem: CardProblem | null;
}

/** What this machine can do now. */
export interface Means {
  hasReader: boolean;
  /** The platform is reached: records can be asked for. */
  canAsk: boolean;
}

export interface Offer {
  /** Prefills that need consent, whoever is asked. */
  personal: Prefill[];
  others: Prefill[];
  ways: { by: 'card' | 'typing'; consent: boolean }[];
}

/** What there is to choose from. Personal records are lent only about the owner of a card. */
export function offerOf({ prepared: { procedure } }: Draft, { hasReader, canAsk }: Means): Offer {
  const asking = procedure.prefill.filter(({ record, consent }) => consent && isLentRecord(record));
  const isPersonal = ({ record }: Prefill) => isLentRecord(record) && isPersonalRecord(record);
  const usable = canAsk ? asking : [];
  const personal = hasReader ? usable.filter(isPersonal) : [];
  const others = usable.filter((prefill) => !isPersonal(prefill));
  return {
    personal,
    others,
    ways: [
      ...(hasReader ? waysBy('card', personal.length + others.length > 0) : []),
      ...waysBy('typing', others.length > 0),
    ],
  };
}

function waysBy(by: 'card' | 'typing', hasRecords: boolean): Offer['ways'] {
  return hasRecords
    ? [
        { by, consent: true },
        { by, consent: false },
      ]
    : [{ by, consent: false }];
}

/** null: there is nothing to decide, and the first question comes at once. */
export function identityStep(draft: Draft, means: Means): IdentityStep | null {
  const { ways } = offerOf(draft, means);
  if (ways.length === 1) return null;
  // Where nothing can be asked of anybody, the card is simply waited for.
  const hasChoice = ways.some((way) => way.consent);
  return { draft, consents: hasChoice ? null : [], hasChoice, isAsking: false, problem: null };
}

/** Types of records that are agreed to with one press. */
export function consentsBy(by: 'card' | 'typing', { draft }: IdentityStep, means: Means): string[] {
  const { personal, others } = offerOf(draft, means);
  const agreed = by === 'card' ? [...personal, ...others] : others;
  return [...new Set(agreed.map(({ record }) => record))];
}

/** The draft of somebody who types who they are. */
export function draftByTyping({ draft }: IdentityStep, consents: string[]): Draft {
  return { ...draft, identity: { ...TYPED, consents } };
}

/** The draft with what the card says; or why that card does not do. */
export function draftByCard(
  { draft, consents }: IdentityStep,
  card: IdentityCard,
  today: string,
): Result<Draft, CardProblem> {
  const validity = validityOf(card, today);
  if (validity !== 'valid') return fail(validity);
  // Nothing here knows numbers of fifteen characters: neither the questions nor the registers.
  if (card.kind === 'permanent-resident-2017') return fail('old-number');
  const known: Draft = {
    ...draft,
    answers: {},
    sources: [],
    identity: { method: 'id-card', number: card.number, consents: consents ?? [], asked: [] },
  };
  const record = cardRecord(card);
  const filled = draft.prepared.procedure.prefill
    .filter((prefill) => prefill.record === 'id-card')
    .reduce((before, prefill) => takeAnswers(before, prefill, record, today, today), known);
  return ok(filled);
}
