// What IT staff can set. One file, kiosk.config.json, comments allowed; its JSON Schema ships in docs/.
import { readFile } from 'node:fs/promises';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { Type, type Static, type TSchema } from 'typebox';
import { Locale, Text, text } from '../domain/contract/text.ts';
import type { SchemaFault } from '../domain/compile.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { compileSchema } from '../lib/schema.ts';

const closed = { additionalProperties: false } as const;

function seconds(minimum: number, maximum: number, preset: number, description: string) {
  return Type.Integer({ minimum, maximum, default: preset, description });
}

export const KioskConfig = Type.Object(
  {
    place: Type.Object(
      {
        helpAt: { ...Text, description: 'Where a member of staff is found' },
        phone: Type.String({ minLength: 1, maxLength: 40, description: 'Telephone number for help' }),
      },
      closed,
    ),
    locale: Locale,
    idle: Type.Object(
      {
        warnAfterSeconds: seconds(10, 3600, 60, 'Without a touch for so long, the screen asks'),
        warnAfterSecondsElder: seconds(10, 3600, 120, 'The same with large text'),
        clearAfterSeconds: seconds(10, 600, 30, 'Unanswered for so long, everything is cleared'),
      },
      closed,
    ),
    storage: Type.Object(
      {
        minFreeMegabytes: Type.Integer({
          minimum: 1,
          maximum: 1_000_000,
          default: 500,
          description: 'With less free space no application is begun',
        }),
        reserveMegabytes: Type.Integer({
          minimum: 1,
          maximum: 1000,
          default: 8,
          description: 'Kept aside so that an application that was begun can still be saved',
        }),
      },
      closed,
    ),
    sync: Type.Object(
      {
        checkEverySeconds: seconds(1, 3600, 30, 'How often the platform is asked whether it is there'),
        spreadSeconds: seconds(0, 600, 60, 'A restored connection is used after a random moment up to this'),
        timeoutSeconds: seconds(1, 300, 20, 'How long one request may take'),
      },
      closed,
    ),
    printer: Type.Union([
      Type.Object(
        {
          kind: Type.Literal('file'),
          folder: Type.String({ minLength: 1, maxLength: 400, description: 'Relative to the data folder' }),
          widthDots: Type.Union([Type.Literal(576), Type.Literal(384)]),
        },
        closed,
      ),
      Type.Object({ kind: Type.Literal('none') }, closed),
    ]),
    reprints: Type.Integer({
      minimum: 0,
      maximum: 20,
      default: 2,
      description: 'Copies a citizen may ask for',
    }),
    procedures: Type.Union([Type.String({ minLength: 1, maxLength: 400 }), Type.Null()], {
      description: 'Folder of the procedures; null: those that came with the program',
    }),
  },
  closed,
);
export type KioskConfig = Static<typeof KioskConfig>;

export const DEFAULT_CONFIG: KioskConfig = {
  place: { helpAt: text('大厅咨询台', 'The information desk in the hall'), phone: '12345' },
  locale: 'zh-CN',
  idle: { warnAfterSeconds: 60, warnAfterSecondsElder: 120, clearAfterSeconds: 30 },
  storage: { minFreeMegabytes: 500, reserveMegabytes: 8 },
  sync: { checkEverySeconds: 30, spreadSeconds: 60, timeoutSeconds: 20 },
  printer: { kind: 'file', folder: 'receipts', widthDots: 576 },
  reprints: 2,
  procedures: null,
};

/** One thing wrong with the configuration: which key, and what is allowed there. */
export interface ConfigFault {
  key: string;
  allowed: string;
}

/** What a file may hold: every key may be left out. */
export const KioskConfigFile = partly(KioskConfig);

/** The same schema with nothing required, all the way down. */
function partly(schema: TSchema): TSchema {
  const {
    properties,
    required: _,
    ...rest
  } = schema as TSchema & {
    properties?: Record<string, TSchema>;
    required?: string[];
  };
  // A text is whole or absent: half a text would show nothing in one language.
  if (properties === undefined || 'zh-CN' in properties) return schema;
  const inner = Object.entries(properties).map(([key, value]) => [key, partly(value)] as const);
  return { ...rest, properties: Object.fromEntries(inner) };
}

const faultsOfFile = compileSchema(KioskConfigFile);

/** Reads the text of a configuration file over the defaults. */
export function readConfig(content: string): Result<KioskConfig, ConfigFault[]> {
  const errors: ParseError[] = [];
  const given: unknown = parse(content, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined)
    return fail([{ key: lineOf(content, error.offset), allowed: printParseErrorCode(error.error) }]);
  const faults = faultsOfFile(given);
  if (faults.length > 0) return fail(faultsIn(given, faults));
  return ok(merge(DEFAULT_CONFIG, given as Partial<KioskConfig>));
}

function lineOf(content: string, offset: number): string {
  return `line ${content.slice(0, offset).split('\n').length}`;
}

function merge(defaults: KioskConfig, given: Partial<KioskConfig>): KioskConfig {
  return {
    ...defaults,
    ...given,
    place: { ...defaults.place, ...given.place },
    idle: { ...defaults.idle, ...given.idle },
    storage: { ...defaults.storage, ...given.storage },
    sync: { ...defaults.sync, ...given.sync },
  };
}

function faultsIn(given: unknown, faults: SchemaFault[]): ConfigFault[] {
  const named = faults.map(({ at }) => at.split('/').slice(1));
  const unknown = unknownKeys(given, KioskConfig, []);
  const wrong = named.filter((keys) => !unknown.some((key) => key.slice(0, -1).join('.') === keys.join('.')));
  const all = [...unknown, ...wrong].map((keys) => ({
    key: keys.join('.') || 'the whole file',
    allowed: allowedAt(keys),
  }));
  return all.filter((fault, index) => all.findIndex((other) => other.key === fault.key) === index);
}

function unknownKeys(given: unknown, schema: TSchema, above: string[]): string[][] {
  const { properties } = schema as { properties?: Record<string, TSchema> };
  if (properties === undefined || typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return known === undefined ? [[...above, key]] : unknownKeys(value, known, [...above, key]);
  });
}

interface Described {
  type?: string;
  const?: unknown;
  anyOf?: Described[];
  properties?: Record<string, Described>;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

function allowedAt(keys: string[]): string {
  let here: Described[] = [KioskConfig];
  for (const key of keys) {
    const next = here.flatMap((schema) => schema.properties?.[key] ?? []);
    if (next.length === 0) return `no such key; known here: ${keysOf(here).join(', ')}`;
    here = next.flatMap((schema) => schema.anyOf ?? [schema]);
  }
  return [...new Set(here.map(inWords))].join(' or ');
}

function keysOf(choices: Described[]): string[] {
  return [...new Set(choices.flatMap((choice) => Object.keys(choice.properties ?? {})))];
}

function inWords(schema: Described): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(inWords).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'integer') return `a whole number from ${schema.minimum} to ${schema.maximum}`;
  if (schema.type === 'string') return `a text of 1 to ${schema.maxLength ?? 4000} characters`;
  if (schema.type === 'null') return 'null';
  const inner = Object.entries(schema.properties ?? {}).map(([key, value]) => `"${key}": ${inWords(value)}`);
  return `{ ${inner.join(', ')} }`;
}

/** Reads a configuration file; the defaults where there is none. */
export async function loadConfig(file: string): Promise<Result<KioskConfig, ConfigFault[]>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(DEFAULT_CONFIG);
    return fail([{ key: file, allowed: 'a file that can be read' }]);
  }
  return readConfig(content);
}
