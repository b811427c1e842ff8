import { readsOf, type Read } from '../condition-reads.ts';
import { questionsOf, type Procedure, type Question } from '../procedure.ts';
import { shownOnPages, type Shown } from './asked.ts';
import { finding, type Finding } from './finding.ts';

/** Conditions that cannot change, never hold, or hold because the answer is missing. */
export function conditionFindings(procedure: Procedure): Finding[] {
  return [...shownOnPages(procedure), ...judgedAtTheEnd(procedure)].flatMap((shown) => [
    ...vacuousFindings(shown),
    ...readsOf(shown.condition).flatMap((read) => readFindings(shown, read)),
  ]);
}

/** What is decided when everything has been asked: documents, rules and tasks. */
function judgedAtTheEnd(procedure: Procedure): Shown[] {
  const before = questionsOf(procedure);
  const conditions: [string, object | undefined, string | null][] = [
    ...procedure.documents.map(
      ({ requiredWhen, each }, index): [string, object | undefined, string | null] => [
        `/documents/${index}/requiredWhen`,
        requiredWhen,
        each ?? null,
      ],
    ),
    ...procedure.rules.map(({ when }, index): [string, object | undefined, null] => [
      `/rules/${index}/when`,
      when,
      null,
    ]),
    ...procedure.tasks.map(({ requiredWhen }, index): [string, object | undefined, null] => [
      `/tasks/${index}/requiredWhen`,
      requiredWhen,
      null,
    ]),
  ];
  return conditions.flatMap(([place, condition, list]) =>
    condition === undefined ? [] : [{ place, condition, before, list }],
  );
}

function readFindings({ place, before, list }: Shown, { at, schema }: Read): Finding[] {
  const pattern = list === null ? at : at.replace(/^\/item(?=\/|$)/, `${list}/*`);
  const asked = before.filter((question) => isNear(question.at, pattern));
  if (asked.length === 0)
    return [finding(place, 'not-asked-yet', `the condition reads ${at}, which is not asked before`)];
  const exact = asked.find((question) => question.at === pattern);
  return exact === undefined ? [] : neverFindings(place, exact, schema);
}

function isNear(asked: string, read: string): boolean {
  return asked === read || asked.startsWith(`${read}/`) || read.startsWith(`${asked}/`);
}

/** A condition that waits for an option nobody is offered. */
function neverFindings(place: string, { at, options }: Question, schema: unknown): Finding[] {
  const wanted = wantedOf(schema);
  if (options === undefined || wanted.length === 0) return [];
  const offered = options.map(({ value }): unknown => value);
  return wanted.some((value) => offered.includes(value))
    ? []
    : [finding(place, 'unreachable', `${at} never is ${wanted.map(String).join(' or ')}`)];
}

function wantedOf(schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('const' in schema) return [schema.const];
  if ('enum' in schema && Array.isArray(schema.enum)) return schema.enum as unknown[];
  return 'contains' in schema ? wantedOf(schema.contains) : [];
}

/** JSON Schema lets a missing property pass: a condition must say that what it reads is there. */
function vacuousFindings({ place, condition }: Shown): Finding[] {
  return missingRequired(condition, '').map((at) =>
    finding(place, 'vacuous', `the condition also holds while ${at} is not answered: add it to "required"`),
  );
}

function missingRequired(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((inner) => missingRequired(inner, place));
  const { properties, required, ...rest } = schema as { properties?: object; required?: string[] };
  const deeper = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'].flatMap((key) =>
    missingRequired((rest as Record<string, unknown>)[key], place),
  );
  const own = Object.entries(properties ?? {}).flatMap(([name, inner]: [string, unknown]) => [
    ...(required?.includes(name) === true ? [] : [`${place}/${name}`]),
    ...missingRequired(inner, `${place}/${name}`),
  ]);
  return [...own, ...deeper];
}
