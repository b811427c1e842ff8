// The text block of a card's chip, GA/T 490: 256 bytes of fixed fields in UTF-16LE, filled up with blanks. Each kind of
// card has its own layout; the letter that tells them apart stands in all of them at the same place.

export const TEXT_BLOCK_BYTES = 256;

export type CardKind = 'resident' | 'permanent-resident-2017' | 'permanent-resident-2023' | 'hmt-resident';

export interface Field {
  name: string;
  bytes: number;
}

const field = (name: string, bytes: number): Field => ({ name, bytes });

/** Where every kind of card but the resident's has its letter. */
export const TYPE_MARK_OFFSET = 248;

export const MARKS: Record<CardKind, string> = {
  resident: ' ',
  'permanent-resident-2017': 'I',
  'permanent-resident-2023': 'Y',
  'hmt-resident': 'J',
};

const KINDS: ReadonlyMap<string, CardKind> = new Map([
  // A resident's card has nothing there: a blank, or a zero.
  ['\0', 'resident'],
  [MARKS.resident, 'resident'],
  [MARKS['permanent-resident-2017'], 'permanent-resident-2017'],
  [MARKS['permanent-resident-2023'], 'permanent-resident-2023'],
  [MARKS['hmt-resident'], 'hmt-resident'],
]);

/** The kind of card that has this letter, or null. */
export function kindByMark(mark: string): CardKind | null {
  return KINDS.get(mark) ?? null;
}

export const LAYOUTS: Record<CardKind, Field[]> = {
  resident: [
    field('name', 30),
    field('sex', 2),
    field('ethnic', 4),
    field('birthDate', 16),
    field('address', 70),
    field('number', 36),
    field('issuer', 30),
    field('validFrom', 16),
    field('validUntil', 16),
    field('reserved', 36),
  ],
  'permanent-resident-2017': [
    field('latinName', 120),
    field('sex', 2),
    field('number', 30),
    field('nationality', 6),
    field('name', 30),
    field('validFrom', 16),
    field('validUntil', 16),
    field('birthDate', 16),
    field('version', 4),
    field('issuer', 8),
    field('mark', 2),
    field('reserved', 6),
  ],
  'permanent-resident-2023': [
    field('name', 30),
    field('sex', 2),
    field('issues', 4),
    field('birthDate', 16),
    field('latinName', 70),
    field('number', 36),
    field('reserved', 30),
    field('validFrom', 16),
    field('validUntil', 16),
    field('latinNameMore', 22),
    field('nationality', 6),
    field('mark', 2),
    field('formerNumber', 6),
  ],
  'hmt-resident': [
    field('name', 30),
    field('sex', 2),
    field('reserved', 4),
    field('birthDate', 16),
    field('address', 70),
    field('number', 36),
    field('issuer', 30),
    field('validFrom', 16),
    field('validUntil', 16),
    field('passNumber', 18),
    field('issues', 4),
    field('reserved', 6),
    field('mark', 2),
    field('reserved', 6),
  ],
};
