// Final answers of sole proprietors that are valid as they stand. Tests change one thing and see what becomes of it.
import { addYears } from '../../domain/calendar-day.ts';
import { composeName } from '../../domain/identifiers/enterprise-name.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { shop } from '../../scripts/citizen/facts.ts';
import { changed, type Overrides } from './changed.ts';
import { luo, wei } from './people.ts';

/** A noodle shop of the applicant, with a name, in premises of their own. */
export function shopAnswers(overrides: Overrides = {}): JsonObject {
  return changed(shop(), overrides);
}

/** A shop of the applicant that sells software through a platform only. */
export function networkAnswers(overrides: Overrides = {}): JsonObject {
  return shopAnswers({
    '/business/scope': ['g-f37'],
    '/business/licensedPromise': undefined,
    '/place': {
      kind: 'network',
      platform: '黔货云集',
      shop: 'shop-20261125',
      networkPromise: true,
    },
    ...overrides,
  });
}

/** A shop of the applicant and one member of the family. */
export function familyAnswers(overrides: Overrides = {}): JsonObject {
  return shopAnswers({
    '/business/form': 'family',
    '/family': [{ person: luo, relation: 'spouse' }],
    ...overrides,
  });
}

/** The same shop, of somebody for whom the applicant acts. */
export function agentAnswers(overrides: Overrides = {}): JsonObject {
  return shopAnswers({
    '/applicant/role': 'agent',
    '/mandate': { powers: ['collect'], until: addYears(dayInCity(systemClock.now()), 1) },
    '/operator/is': 'other',
    '/operator/person': wei,
    ...overrides,
  });
}

/** The shop's name with one of its parts another. */
export function shopName(part: { division?: string; form?: string }): JsonObject {
  const parts = {
    division: '贵阳市云岩区',
    tradeName: '黔味轩',
    industry: '牛肉粉',
    form: '店',
    order: 'division-first' as const,
    ...part,
  };
  return { ...parts, full: composeName(parts) };
}
