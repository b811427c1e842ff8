// Puts the parts that a procedure names into it, before anybody holds it against the meta-schema. What is found wrong
// afterwards is traced back to the file and the place where somebody wrote it.
import { canonicalJson, type Json } from '../../domain/submission/canonical-json.ts';
import type { Part } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { JsonFault } from './json-file.ts';
import type { ProcedureFault } from './shelf.ts';

export const PARTS = 'parts';

export function partFile(id: string): string {
  return `${PARTS}/${id}.json`;
}

export interface Resolved {
  /** The procedure as one file would have it. */
  value: unknown;
  /** Where somebody wrote what stands at this place of it. */
  trace(fault: JsonFault): ProcedureFault;
}

type Data = Record<string, unknown>;

/** An entry of a list that was put together, and where it was written. */
interface Entry {
  value: unknown;
  file: string;
  place: string;
}

const LISTS = ['rules', 'documents', 'prefill', 'tasks'] as const;
const PUT_TOGETHER = ['pages', ...LISTS];

/** The procedure of a file with its parts in it; as it stands when it names none. */
export function withParts(
  file: string,
  value: unknown,
  parts: readonly Part[],
): Result<Resolved, ProcedureFault[]> {
  if (!isData(value) || !Array.isArray(value['pages'])) return ok(asItStands(file, value));
  const named = namedParts(value['pages']);
  if (named.length === 0) return ok(asItStands(file, value));
  const missing = named.filter(({ id }) => partOf(id, parts) === undefined);
  if (missing.length > 0)
    return fail(missing.map(({ place, id }) => ({ file, place, reason: `part ${id} is not here` })));
  const used = named.flatMap(({ id }) => partOf(id, parts) ?? []);
  const faults = [...clashes(value, used), ...clashesOfParts(used)].map((fault) => ({ file, ...fault }));
  return faults.length > 0 ? fail(faults) : ok(merged(file, value, used));
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asItStands(file: string, value: unknown): Resolved {
  return { value, trace: ({ place, reason }) => ({ file, place, reason }) };
}

function partOf(id: string, parts: readonly Part[]): Part | undefined {
  return parts.find(({ part }) => part === id);
}

function partNamed(page: unknown): string | null {
  return isData(page) && typeof page['part'] === 'string' ? page['part'] : null;
}

function namedParts(pages: unknown[]): { place: string; id: string }[] {
  return pages.flatMap((page, index) => {
    const id = partNamed(page);
    return id === null ? [] : [{ place: `/pages/${index}`, id }];
  });
}

function merged(file: string, value: Data, used: Part[]): Resolved {
  const lists: Record<string, Entry[]> = { pages: pagesOf(file, value, used) };
  for (const list of LISTS)
    lists[list] = [
      ...used.flatMap((part) => entriesOf(partFile(part.part), list, part[list])),
      ...entriesOf(file, list, value[list]),
    ];
  const whole = {
    ...value,
    ...Object.fromEntries(Object.entries(lists).map(([name, entries]) => [name, entries.map(valueOf)])),
    answers: answersOf(value['answers'], used),
    catalogues: Object.assign({}, ...used.map(({ catalogues }) => catalogues), value['catalogues']) as Data,
  };
  return { value: whole, trace: (fault) => traced(file, fault, lists, used) };
}

function valueOf({ value }: Entry): unknown {
  return value;
}

function entriesOf(file: string, list: string, values: unknown): Entry[] {
  if (!Array.isArray(values)) return [];
  return values.map((value: unknown, index) => ({ value, file, place: `/${list}/${index}` }));
}

function pagesOf(file: string, value: Data, used: Part[]): Entry[] {
  return entriesOf(file, 'pages', value['pages']).flatMap((entry) => {
    const id = partNamed(entry.value);
    const part = id === null ? undefined : partOf(id, used);
    return part === undefined ? [entry] : entriesOf(partFile(part.part), 'pages', part.pages);
  });
}

function answersOf(own: unknown, used: Part[]): unknown {
  if (!isData(own)) return own;
  const together = (name: string, of: (part: Part) => object | undefined) =>
    Object.assign({}, ...used.map(of), own[name]) as Data;
  const definitions = together('$defs', ({ answers }) => answers.$defs);
  const required = [...used.flatMap(({ answers }) => answers.required ?? []), ...asList(own['required'])];
  return {
    ...own,
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
    ...(required.length === 0 ? {} : { required }),
    properties: together('properties', ({ answers }) => answers.properties),
  };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a part brings under a name of its own. */
interface Brought {
  place: string;
  name: string;
  value: unknown;
  /** The same may stand in both: nothing is lost by it. */
  mayAgree: boolean;
}

function broughtBy(value: Data): Brought[] {
  const answers = isData(value['answers']) ? value['answers'] : {};
  return [
    ...namesIn('/answers/properties', answers['properties'], false),
    ...namesIn('/answers/$defs', answers['$defs'], true),
    ...namesIn('/catalogues', value['catalogues'], true),
    ...['pages', 'documents', 'tasks'].flatMap((list) => idsIn(`/${list}`, value[list])),
  ];
}

function namesIn(place: string, named: unknown, mayAgree: boolean): Brought[] {
  if (!isData(named)) return [];
  return Object.entries(named).map(([name, value]) => ({ place: `${place}/${name}`, name, value, mayAgree }));
}

function idsIn(place: string, list: unknown): Brought[] {
  return asList(list).flatMap((entry, index) => {
    const id = isData(entry) ? entry['id'] : undefined;
    return typeof id === 'string'
      ? [{ place: `${place}/${index}`, name: id, value: entry, mayAgree: false }]
      : [];
  });
}

/** A name that stands in the procedure and in one of its parts. */
function clashes(value: Data, used: Part[]): JsonFault[] {
  return used.flatMap((part) =>
    clashesWith(broughtBy(value), broughtBy(part)).map(({ place, name }) => ({
      place,
      reason: `${name} stands in ${partFile(part.part)} as well`,
    })),
  );
}

function clashesOfParts(used: Part[]): JsonFault[] {
  return used.flatMap((part, index) =>
    used.slice(0, index).flatMap((before) =>
      clashesWith(broughtBy(part), broughtBy(before)).map(({ place, name }) => ({
        place: '/pages',
        reason: `${name} of ${partFile(part.part)} (${place}) stands in ${partFile(before.part)} as well`,
      })),
    ),
  );
}

function clashesWith(own: Brought[], others: Brought[]): Brought[] {
  return own.filter((one) =>
    others.some((other) => isSamePlace(one, other) && !(one.mayAgree && isSame(one.value, other.value))),
  );
}

function isSamePlace(one: Brought, other: Brought): boolean {
  return one.name === other.name && kindOf(one) === kindOf(other);
}

/** '/answers/$defs/person' → '/answers/$defs'; '/pages/3' → '/pages'. */
function kindOf({ place }: Brought): string {
  return place.slice(0, place.lastIndexOf('/'));
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one as Json) === canonicalJson(other as Json);
}

function traced(
  file: string,
  { place, reason }: JsonFault,
  lists: Record<string, Entry[]>,
  used: Part[],
): ProcedureFault {
  const [, list = '', index = '', rest = ''] = /^\/([a-z]+)\/(\d+)(.*)$/.exec(place) ?? [];
  const entry = PUT_TOGETHER.includes(list) ? lists[list]?.[Number(index)] : undefined;
  if (entry !== undefined) return { file: entry.file, place: entry.place + rest, reason };
  const property = /^\/answers\/properties\/([^/]+)/.exec(place)?.[1];
  const part = used.find(
    ({ answers }) => property !== undefined && Object.hasOwn(answers.properties, property),
  );
  return { file: part === undefined ? file : partFile(part.part), place, reason };
}
