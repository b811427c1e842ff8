// What a card's chip says about whose it is. It is held in memory while its owner stands at the machine, and no longer.
import type { CardRecord } from '../records/records.ts';
import type { CardKind } from './layout.ts';

export interface IdentityCard {
  kind: CardKind;
  /** In Chinese characters where the card has them, else in Latin letters. */
  name: string;
  sex: 'male' | 'female';
  /** GB/T 3304; null on cards that carry none. */
  ethnic: string | null;
  /** 'YYYY-MM-DD' */
  birthDate: string;
  /** As printed; null on cards that carry none. */
  address: string | null;
  /** 18 characters; 15 on cards of foreign permanent residents from before 2023. */
  number: string;
  validFrom: string;
  /** null: for life (长期). */
  validUntil: string | null;
}

export type Validity = 'valid' | 'expired' | 'not-yet-valid';

/** Whether a card may be used on a day; its last day is still a good one. */
export function validityOf({ validFrom, validUntil }: IdentityCard, today: string): Validity {
  if (validUntil !== null && today > validUntil) return 'expired';
  return today < validFrom ? 'not-yet-valid' : 'valid';
}

/** The card as a record that answers are taken from. */
export function cardRecord(card: IdentityCard): CardRecord {
  const { name, number, birthDate, sex, ethnic, address, validUntil } = card;
  return {
    name,
    residentId: number,
    birthDate,
    sex,
    ...(ethnic === null ? {} : { ethnic }),
    ...(address === null ? {} : { address }),
    validUntil,
  };
}
