// People are entered once: whoever is already in the application can be picked again.
import { same, text } from '../../contract/text.ts';
import { checkMobile } from '../../identifiers/mobile.ts';
import { checkPersonName } from '../../identifiers/normalise.ts';
import { checkResidentId, maskResidentId } from '../../identifiers/resident-id.ts';
import { message, type Message } from '../../message.ts';
import type { Json } from '../../submission/canonical-json.ts';
import {
  asList,
  asRecord,
  bad,
  good,
  nothing,
  type AnswerKind,
  type KnownPerson,
  type Person,
  type QuestionContext,
  type Reading,
} from './kind.ts';

const NOT_KNOWN = message(
  'person/not-known',
  '请从列出的人里选一位。',
  'Please choose one of the people listed.',
);
const INCOMPLETE = message(
  'person/incomplete',
  '姓名、身份证号码、手机号码都要填。',
  'Give the name, the identity number and the mobile number.',
);

export function isPerson(value: unknown): value is Person & { [key: string]: Json } {
  if (typeof value !== 'object' || value === null) return false;
  const { name, residentId, mobile } = value as Partial<Record<keyof Person, unknown>>;
  return typeof name === 'string' && typeof residentId === 'string' && typeof mobile === 'string';
}

function plain({ name, residentId, mobile }: Person): { [key: string]: Json } {
  return { name, residentId, mobile };
}

function nameOf(value: Json) {
  return isPerson(value) ? `${value.name} ${maskResidentId(value.residentId)}` : '';
}

/** Somebody already entered (`{known: place}`), or somebody new (`{name, residentId, mobile}`). */
export const person: AnswerKind = {
  read(raw, context) {
    const typed = asRecord(raw);
    if (typed['known'] !== undefined && typed['known'] !== '') return readKnown(typed['known'], context);
    if (Object.values(typed).every((part) => part.trim() === '')) return nothing();
    return readNew(typed, context);
  },
  raw: (value, { people }) => (isPerson(value) ? rawOf(value, people) : {}),
  show: (value) => same(nameOf(value)),
};

/** Whoever stands elsewhere in the application, to the last digit, is picked there and not written out again. */
function rawOf(value: Person, people: readonly KnownPerson[]): Record<string, string> {
  const { name, residentId, mobile } = value;
  const known = people.find(
    (other) => other.residentId === residentId && other.name === name && other.mobile === mobile,
  );
  return known === undefined ? { name, residentId, mobile } : { known: known.at };
}

function readKnown(place: string, { people }: QuestionContext): Reading {
  const found = people.find((known) => known.at === place);
  return found === undefined ? bad(NOT_KNOWN) : good(plain(found));
}

/** One sentence for the first part that is wrong; `part` tells the screen which box. */
function readNew(typed: Record<string, string>, context: QuestionContext): Reading {
  const { name = '', residentId = '', mobile = '' } = typed;
  if (name.trim() === '' || residentId.trim() === '' || mobile.trim() === '') return bad(INCOMPLETE);
  const checks = [
    checkPersonName(name),
    checkResidentId(residentId, context.today),
    checkMobile(mobile),
  ] as const;
  const warnings: Message[] = checks.flatMap((check) => check.warnings);
  const problem = checks.flatMap((check) => check.problems)[0];
  if (problem !== undefined) return bad(problem, warnings);
  const [who, id, phone] = checks.map((check) => check.canonical);
  const value = plain({ name: who ?? '', residentId: id ?? '', mobile: phone ?? '' });
  if (context.question.others === false && !isAmong(value, context.people)) return bad(NOT_KNOWN);
  return good(value, warnings);
}

function isAmong(value: Json, people: readonly KnownPerson[]): boolean {
  return (
    isPerson(value) &&
    people.some((known) => known.residentId === value.residentId && known.name === value.name)
  );
}

/** Some of the people already entered. */
export const people: AnswerKind = {
  read(raw, context) {
    const places = [...new Set(asList(raw))];
    if (places.length === 0) return nothing();
    const found = places.flatMap((place) => context.people.filter((known) => known.at === place));
    if (found.length < places.length) return bad(NOT_KNOWN);
    const problem = countProblem(found.length, context);
    return problem === null ? good(found.map(plain)) : bad(problem);
  },
  raw(value, context) {
    if (!Array.isArray(value)) return [];
    return value.map((entry) => placeAmong(entry, context.people));
  },
  show: (value) => {
    const names = Array.isArray(value) ? value.map(nameOf) : [];
    return text(names.join('；'), names.join('; '));
  },
};

function countProblem(
  count: number,
  { question: { min = 1, max = Infinity } }: QuestionContext,
): Message | null {
  if (count < min) return message('people/too-few', `至少选 ${min} 位。`, `Choose at least ${min}.`);
  return count > max ? message('people/too-many', `最多选 ${max} 位。`, `Choose at most ${max}.`) : null;
}

function placeAmong(value: Json, known: readonly KnownPerson[]): string {
  return known.find((candidate) => isPerson(value) && candidate.residentId === value.residentId)?.at ?? '';
}
