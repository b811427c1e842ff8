// What is wrong with a configuration: which key, and what is allowed there, in words.
import { Type, type TSchema } from 'typebox';
import { compileFaults } from '../lib/schema.ts';

/** One thing wrong with the configuration: which key, and what is allowed there. */
export interface ConfigFault {
  key: string;
  allowed: string;
}

/** What we read of our own schemas. */
interface Described {
  type?: string;
  const?: unknown;
  anyOf?: Described[];
  properties?: Record<string, Described>;
  required?: string[];
  pattern?: string;
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** Every key that is unknown, missing or wrong; each once. */
export function faultsIn(given: unknown, schema: TSchema): ConfigFault[] {
  const named = compileFaults(schema)(given).flatMap(({ at, keyword }) => {
    const keys = at.split('/').slice(1);
    return keyword === 'required' ? missingAt(given, schema, keys) : [keys];
  });
  const unknown = unknownKeys(given, schema, []);
  const wrong = named.filter((keys) => !unknown.some((key) => key.slice(0, -1).join('.') === keys.join('.')));
  const all = [...unknown, ...wrong].map((keys) => ({
    key: keys.join('.') || 'the whole file',
    allowed: allowedAt(schema, keys),
  }));
  return all.filter((fault, index) => all.findIndex((other) => other.key === fault.key) === index);
}

/** Of several shapes told apart by their `kind` the one that is meant; where that is none, what `kind` may be. */
export function narrowed(choices: TSchema[], given: unknown): TSchema {
  const wanted = Object(given) as Record<string, unknown>;
  const kinds = choices.map((choice) => (choice as Described).properties?.['kind']?.const);
  const meant = choices.filter((_, index) => kinds[index] === wanted['kind']);
  const holdsAll = (choice: TSchema) =>
    Object.keys(wanted).every((key) => Object.hasOwn((choice as Described).properties ?? {}, key));
  return (
    meant.find(holdsAll) ??
    meant[0] ??
    Type.Object({ kind: Type.Union([...new Set(kinds)].map((kind) => Type.Literal(String(kind)))) })
  );
}

/** The same schema of an object with another schema for one of its keys. */
export function withProperty(schema: TSchema, key: string, property: TSchema): TSchema {
  const { properties } = schema as { properties?: Record<string, TSchema> };
  return { ...schema, properties: { ...properties, [key]: property } };
}

function unknownKeys(given: unknown, schema: TSchema, above: string[]): string[][] {
  const { properties, additionalProperties } = schema as {
    properties?: Record<string, TSchema>;
    additionalProperties?: boolean;
  };
  if (properties === undefined || typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known !== undefined) return unknownKeys(value, known, [...above, key]);
    return additionalProperties === false ? [[...above, key]] : [];
  });
}

function missingAt(given: unknown, schema: TSchema, keys: string[]): string[][] {
  const value = keys.reduce<unknown>((above, key) => (Object(above) as Record<string, unknown>)[key], given);
  const required = schemasAt(schema, keys).flatMap((choice) => choice.required ?? []);
  return required.filter((key) => !Object.hasOwn(Object(value) as object, key)).map((key) => [...keys, key]);
}

function schemasAt(schema: TSchema, keys: string[]): Described[] {
  let here: Described[] = [schema];
  for (const key of keys) {
    here = here
      .flatMap((choice) => choice.properties?.[key] ?? [])
      .flatMap((choice) => choice.anyOf ?? [choice]);
  }
  return here;
}

function allowedAt(schema: TSchema, keys: string[]): string {
  const here = schemasAt(schema, keys);
  if (here.length > 0) return [...new Set(here.map(inWords))].join(' or ');
  return `no such key; known here: ${keysOf(schemasAt(schema, keys.slice(0, -1))).join(', ')}`;
}

function keysOf(choices: Described[]): string[] {
  return [...new Set(choices.flatMap((choice) => Object.keys(choice.properties ?? {})))];
}

function inWords(schema: Described): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(inWords).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.pattern !== undefined && schema.description !== undefined) return schema.description;
  if (schema.type === 'integer') return `a whole number from ${schema.minimum} to ${schema.maximum}`;
  if (schema.type === 'string') return `a text of 1 to ${schema.maxLength ?? 4000} characters`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'null') return 'null';
  const inner = Object.entries(schema.properties ?? {}).map(([key, value]) => `"${key}": ${inWords(value)}`);
  return `{ ${inner.join(', ')} }`;
}
