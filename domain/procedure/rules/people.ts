// Who may be what in a company.
import { Type } from 'typebox';
import { ageOn } from '../../identifiers/resident-id.ts';
import { message } from '../../message.ts';
import { isPerson } from '../kinds/person.ts';
import type { Person } from '../kinds/kind.ts';
import { answersAt, valueAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

const Places = Type.Array(Type.String(), { minItems: 1 });

function peopleAt(answers: JsonObject, places: string[]): { at: string; person: Person }[] {
  return places
    .flatMap((place) => answersAt(answers, place))
    .flatMap(({ at, value }) => {
      if (isPerson(value)) return [{ at, person: value }];
      return Array.isArray(value) ? value.filter(isPerson).map((person) => ({ at, person })) : [];
    });
}

/** Nobody at `of` is also at `among`. */
export const notAmong = defineRule({
  source: 'Company Law (2023) art. 76: directors and senior managers may not be supervisors',
  params: Type.Object({ of: Places, among: Places }),
  reads: ({ of, among }) => [...of, ...among],
  check({ of, among }, { answers }) {
    const taken = new Set(peopleAt(answers, among).map(({ person }) => person.residentId));
    return peopleAt(answers, of)
      .filter(({ person }) => taken.has(person.residentId))
      .map(({ at, person }) => ({ at, ...twoOffices(person.name) }));
  },
});

function twoOffices(name: string) {
  return message(
    'people/two-offices',
    `${name}已经是董事或经理，不能再当监事。`,
    `${name} is a director or the manager and cannot also be a supervisor.`,
  );
}

/** Everybody at `of` is also at `among`. */
export const among = defineRule({
  source:
    'Company Law (2023) art. 10: the legal representative is a director or manager who acts for the company',
  params: Type.Object({ of: Places, among: Places }),
  reads: ({ of, among: others }) => [...of, ...others],
  check({ of, among: others }, { answers }) {
    const allowed = new Set(peopleAt(answers, others).map(({ person }) => person.residentId));
    if (allowed.size === 0) return [];
    return peopleAt(answers, of)
      .filter(({ person }) => !allowed.has(person.residentId))
      .map(({ at, person }) => ({ at, ...notEligible(person.name) }));
  },
});

function notEligible(name: string) {
  return message(
    'people/not-eligible',
    `${name}不在可以担任的人里，请重新选。`,
    `${name} is not among those who may hold this office. Please choose again.`,
  );
}

/** Nobody appears twice in a list. */
export const distinctPeople = defineRule({
  source: 'Company Law (2023) art. 46: the register names each shareholder once, with one subscription',
  params: Type.Object({ of: Places }),
  reads: ({ of }) => of,
  check({ of }, { answers }) {
    const seen = new Set<string>();
    return peopleAt(answers, of).flatMap(({ at, person }) => {
      if (seen.has(person.residentId)) return [{ at, ...twice(person.name) }];
      seen.add(person.residentId);
      return [];
    });
  },
});

function twice(name: string) {
  return message(
    'people/twice',
    `${name}已经在名单里了，不用再加一次。`,
    `${name} is already on the list and need not be added again.`,
  );
}

/** No value appears twice: credit codes of corporate shareholders. */
export const distinct = defineRule({
  source: 'Company Law (2023) art. 46: the register names each shareholder once, with one subscription',
  params: Type.Object({ of: Type.String() }),
  reads: ({ of }) => [of],
  check({ of }, { answers }) {
    const seen = new Set<unknown>();
    return answersAt(answers, of).flatMap(({ at, value }) => {
      if (seen.has(value)) return [{ at, ...repeated() }];
      seen.add(value);
      return [];
    });
  },
});

function repeated() {
  return message('list/repeated', '这一个前面已经填过了。', 'This one has already been entered.');
}

/** Everybody is of full civil capacity by age. */
export const adults = defineRule({
  source:
    'Civil Code art. 17-18; Company Law (2023) art. 178: no office for persons without full civil capacity',
  params: Type.Object({ of: Places, age: Type.Integer({ minimum: 14, maximum: 21 }) }),
  reads: ({ of }) => of,
  check({ of, age }, { answers, today }) {
    return peopleAt(answers, of)
      .filter(({ person }) => ageOn(birthDateOf(person.residentId), today) < age)
      .map(({ at, person }) => ({ at, ...tooYoung(person.name, age) }));
  },
});

function birthDateOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`;
}

function tooYoung(name: string, age: number) {
  return message(
    'people/too-young',
    `${name}未满 ${age} 周岁，不能担任。`,
    `${name} is under ${age} and cannot hold this office.`,
  );
}

/** One identity number has one name wherever it appears. */
export const samePerson = defineRule({
  source: 'Real-name registration (registration rules art. 16): one number, one person',
  params: Type.Object({ of: Places }),
  reads: ({ of }) => of,
  check({ of }, { answers }) {
    const names = new Map<string, string>();
    return peopleAt(answers, of).flatMap(({ at, person }) => {
      const known = names.get(person.residentId);
      names.set(person.residentId, known ?? person.name);
      return known === undefined || known === person.name ? [] : [{ at, ...twoNames(known, person.name) }];
    });
  },
});

function twoNames(known: string, name: string) {
  return message(
    'people/two-names',
    `同一个身份证号码，前面填的是${known}，这里是${name}。请核对。`,
    `The same identity number was entered for ${known} before and for ${name} here. Please check.`,
  );
}

/** At least a share of the items have a certain answer: a third of the supervisors are chosen by the staff. */
export const shareAtLeast = defineRule({
  source: 'Company Law (2023) art. 76: at least a third of the supervisory board represents the staff',
  params: Type.Object({
    of: Type.String(),
    is: Type.String(),
    parts: Type.Integer({ minimum: 1 }),
    whole: Type.Integer({ minimum: 1 }),
    at: Type.String(),
  }),
  reads: ({ of, at }) => [of, at],
  check({ of, is, parts, whole, at }, { answers }) {
    const list = valueAt(answers, at);
    const given = answersAt(answers, of);
    if (!Array.isArray(list) || list.length === 0) return [];
    const count = given.filter(({ value }) => value === is).length;
    const needed = Math.ceil((list.length * parts) / whole);
    return count >= needed ? [] : [{ at, ...shareShort(count, needed) }];
  },
});

function shareShort(count: number, needed: number) {
  return message(
    'list/share-short',
    `其中职工代表至少 ${needed} 位，现在是 ${count} 位。`,
    `At least ${needed} of them must represent the staff; there are ${count}.`,
  );
}
