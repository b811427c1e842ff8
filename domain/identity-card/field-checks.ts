// What the fields of a card must be before anybody relies on them.
import { isDay } from '../calendar-day.ts';
import { checkResidentId } from '../identifiers/resident-id.ts';
import type { IdentityCard } from './card.ts';
import { ethnicName } from './ethnic.ts';
import type { Fields } from './text-block.ts';

/** The name of the first field that cannot be, or null. `fields` is the block as it was read. */
export function wrongFieldOf(card: IdentityCard, fields: Fields): string | null {
  const { kind, name, ethnic, birthDate, validFrom, validUntil } = card;
  const checks: [field: string, isWell: boolean][] = [
    ['name', name !== ''],
    // GB/T 2261.1 has 0 and 9 too, for those whose sex is not known or not said: no card is made with them.
    ['sex', fields['sex'] === '1' || fields['sex'] === '2'],
    ['ethnic', kind === 'resident' ? ethnicName(ethnic ?? '') !== null : ethnic === null],
    ['birthDate', isDay(birthDate)],
    ['number', isNumberOf(card)],
    ['validFrom', isDay(validFrom) && validFrom >= birthDate],
    ['validUntil', validUntil === null || (isDay(validUntil) && validUntil >= validFrom)],
  ];
  return checks.find(([, isWell]) => !isWell)?.[0] ?? null;
}

/** Cards of foreign permanent residents from before 2023: country 3, then 12 digits. */
const FIFTEEN = /^[A-Z]{3}\d{12}$/;

function isNumberOf({ kind, number, birthDate }: IdentityCard): boolean {
  if (kind === 'permanent-resident-2017') return FIFTEEN.test(number);
  // Judged on the day of birth: whether its owner is of any age is not the card's question.
  const { canonical, facts } = checkResidentId(number, birthDate);
  return facts !== null && canonical === number && facts.birthDate === birthDate;
}
