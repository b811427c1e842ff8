// Identity cards of the invented people.
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { aisha, luo, yang } from './people.ts';

export const yangsCard: IdentityCard = {
  kind: 'resident',
  name: String(yang.name),
  sex: 'male',
  ethnic: '01',
  birthDate: '1990-03-07',
  address: '贵州省贵阳市云岩区蔡家街26号3单元5层2号',
  number: String(yang.residentId),
  validFrom: '2016-05-20',
  validUntil: '2036-05-20',
};

export const luosCard: IdentityCard = {
  ...yangsCard,
  name: String(luo.name),
  birthDate: '1988-02-29',
  number: String(luo.residentId),
};

/** A card of a foreign permanent resident, as it is made since 2023. */
export const aishasCard: IdentityCard = {
  ...yangsCard,
  kind: 'permanent-resident-2023',
  name: String(aisha.name),
  ethnic: null,
  address: null,
  number: String(aisha.residentId),
};

/** The kind from before 2023, with a number of fifteen characters. */
export const oldForeignCard: IdentityCard = {
  ...aishasCard,
  kind: 'permanent-resident-2017',
  name: 'EXAMPLE, ANNA',
  sex: 'female',
  number: 'USA110090030701',
};

export const expiredCard: IdentityCard = { ...yangsCard, validFrom: '2006-01-01', validUntil: '2026-01-01' };
