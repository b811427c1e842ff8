import type { CompileSchema } from '../../compile.ts';
import type { Procedure } from '../procedure.ts';
import { finding, type Finding } from './finding.ts';
import { patternFault } from './patterns.ts';

const CONDITIONS = ['showWhen', 'requiredWhen', 'when'];

/** Every schema of the file: those that are none, and those whose patterns may run slowly. */
export function schemaFindings(
  { answers, pages, documents, rules, tasks }: Procedure,
  compile: CompileSchema,
): Finding[] {
  const all = [
    { place: '/answers', schema: answers },
    ...conditionsIn({ pages, documents, rules, tasks }, ''),
  ];
  return all.flatMap(({ place, schema }) => [
    ...patternsIn(schema).flatMap((pattern) => patternFindings(place, pattern)),
    ...compileFindings(place, schema, compile),
  ]);
}

/** Every condition under a value, with its place. */
export function conditionsIn(value: unknown, place: string): { place: string; schema: object }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = `${place}/${key}`;
    const isCondition = CONDITIONS.includes(key) && typeof inner === 'object' && inner !== null;
    return isCondition ? [{ place: here, schema: inner }] : conditionsIn(inner, here);
  });
}

function compileFindings(place: string, schema: object, compile: CompileSchema): Finding[] {
  try {
    compile(schema);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [finding(place, 'schema', `not a JSON Schema: ${why}`)];
  }
}

function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'pattern' && typeof value === 'string') return [value];
    const named = key === 'patternProperties' && typeof value === 'object' && value !== null;
    return [...(named ? Object.keys(value) : []), ...patternsIn(value)];
  });
}

function patternFindings(place: string, pattern: string): Finding[] {
  const fault = patternFault(pattern);
  return fault === null ? [] : [finding(place, 'pattern', `${fault}: ${pattern.slice(0, 60)}`)];
}
