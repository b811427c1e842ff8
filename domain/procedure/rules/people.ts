// Who may be what in a company.
import { Type } from 'typebox';
import { ageOn } from '../../identifiers/resident-id.ts';
import { message } from '../../message.ts';
import { isPerson } from '../kinds/person.ts';
import type { Person } from '../kinds/kind.ts';
import { answersAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

const Places = Type.Array(Type.String(), { minItems: 1 });
/** Where the fault is told, when it is not at the person: a question of its own. */
const At = Type.Optional(Type.String());

function named(at: string | undefined): string[] {
  return at === undefined ? [] : [at];
}

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
  params: Type.Object({ of: Places, among: Places, at: At }),
  reads: ({ of, among: others, at }) => [...of, ...others, ...named(at)],
  check({ of, among: others, at: told }, { answers }) {
    const allowed = new Set(peopleAt(answers, others).map(({ person }) => person.residentId));
    if (allowed.size === 0) return [];
    return peopleAt(answers, of)
      .filter(({ person }) => !allowed.has(person.residentId))
      .map(({ at, person }) => ({ at: told ?? at, ...notEligible(person.name) }));
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
  params: Type.Object({ of: Places, age: Type.Integer({ minimum: 14, maximum: 21 }), at: At }),
  reads: ({ of, at }) => [...of, ...named(at)],
  check({ of, age, at: told }, { answers, today }) {
    return peopleAt(answers, of).flatMap(({ at, person }) => {
      const years = ageOn(birthDateOf(person.residentId), today);
      if (years >= age) return [];
      return [
        { at: told ?? at, ...(years < OWN_LIVING ? tooYoung(person.name, age) : mayShow(person.name)) },
      ];
    });
  },
});

/** Civil Code art. 18: from this age on, whoever lives on their own work counts as of full capacity. */
const OWN_LIVING = 16;

function birthDateOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`;
}

function tooYoung(name: string, age: number) {
  return message(
    'people/too-young',
    `${name}未满 ${age} 周岁，不能担任，请另选一位。`,
    `${name} is under ${age} and cannot hold this office. Please choose somebody else.`,
  );
}

function mayShow(name: string) {
  return message(
    'people/own-living',
    `${name}未满 18 周岁。靠自己的劳动收入生活的，请带证明到窗口办理；否则请另选一位。`,
    `${name} is under 18. Somebody who lives on their own work can show so at a counter; otherwise choose somebody else.`,
  );
}

/** One identity number has one name and one mobile number wherever it appears. */
export const samePerson = defineRule({
  source: 'Real-name registration (registration rules art. 16): one number, one person',
  params: Type.Object({ of: Places }),
  reads: ({ of }) => of,
  check({ of }, { answers }) {
    const known = new Map<string, Person>();
    return peopleAt(answers, of).flatMap(({ at, person }) => {
      const before = known.get(person.residentId) ?? person;
      known.set(person.residentId, before);
      if (before.name !== person.name) return [{ at, ...twoNames(before.name, person.name) }];
      return before.mobile === person.mobile ? [] : [{ at, ...twoMobiles(person.name) }];
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

function twoMobiles(name: string) {
  return message(
    'people/two-mobiles',
    `${name}的手机号码和前面填的不一样，请核对。`,
    `The mobile number of ${name} is not the one given before. Please check.`,
  );
}
