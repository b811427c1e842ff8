// The one validator: JSON Schema 2020-12 by ajv, which compiles code and therefore never runs in a screen.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Compile, CompileSchema, SchemaFault } from '../domain/compile.ts';
import { isDay } from '../domain/calendar-day.ts';
import { checkCreditCode } from '../domain/identifiers/credit-code.ts';
import { areaState } from '../domain/identifiers/divisions.ts';
import { checkMobile } from '../domain/identifiers/mobile.ts';
import { checkResidentId } from '../domain/identifiers/resident-id.ts';

/** A day no number is judged against: formats hold the shape and the check digits, rules hold the dates. */
const FAR_DAY = '9999-12-31';

const formats: Record<string, (text: string) => boolean> = {
  'resident-id': (text) => isCanonical(text, checkResidentId(text, FAR_DAY)),
  'credit-code': (text) => isCanonical(text, checkCreditCode(text)),
  'cn-mobile': (text) => isCanonical(text, checkMobile(text)),
  'division-code': (text) => areaState(text) !== 'unknown',
  'working-date': isDay,
  date: isDay,
};

function isCanonical(text: string, check: { canonical: string; problems: unknown[] }): boolean {
  return check.problems.length === 0 && check.canonical === text;
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    ownProperties: true,
  });
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  return ajv;
}

const ajv = newAjv();

/** Makes a guard of one of our own schemas. Extra keys named like prototypes are refused with the rest. */
export const compile: Compile = (schema) => {
  const validate = ajv.compile(schema);
  return (value): value is never => validate(value);
};

/** Makes a schema that came as data into a question that lists every fault. Throws when it is no schema. */
export const compileSchema: CompileSchema = (schema) => newCompileSchema()(schema);

/**
 * The same for many schemas of one file, at a tenth of the price. Another file gets another one: two files may give
 * their schemas the same `$id`.
 */
export function newCompileSchema(): CompileSchema {
  const own = newAjv();
  return (schema) => {
    const validate = own.compile(schema);
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(faultOf));
  };
}

function faultOf(error: ErrorObject): SchemaFault {
  return { at: error.instancePath, keyword: error.keyword, says: inWords(error) };
}

/** "must NOT have additional properties: colour": ajv's sentence with what it leaves out. */
function inWords({ keyword, params, message = keyword }: ErrorObject): string {
  const detail = [
    params['additionalProperty'],
    params['unevaluatedProperty'],
    params['allowedValues'] ?? params['allowedValue'],
  ]
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return [message, ...detail].join(': ');
}
