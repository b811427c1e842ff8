// The one validator: JSON Schema 2020-12 by ajv, which compiles code and therefore never runs in a screen.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Compile, CompileSchema, SchemaCheck, SchemaFault } from '../domain/compile.ts';
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
    // The schema of schemas is the dearest of all to compile, and each instance would compile it again.
    validateSchema: false,
    // Its tidying of generated code costs a third of the compilation, and the engine tidies again.
    code: { optimize: false },
  });
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  return ajv;
}

/** For our own schemas, which the type checker has seen. */
const ajv = newAjv();

/** Compiled when first asked: compiling all its schemas would be most of what a process does as it starts. */
function lazily(schema: object): () => ValidateFunction {
  let validate: ValidateFunction | undefined;
  return () => (validate ??= ajv.compile(schema));
}

/** Makes a guard of one of our own schemas. Extra keys named like prototypes are refused with the rest. */
export const compile: Compile = (schema) => {
  const validate = lazily(schema);
  return (value): value is never => validate()(value);
};

/** Makes one of our own schemas into a question that lists every fault. */
export const compileFaults: CompileSchema = (schema) => checkOf(lazily(schema));

const schemaOfSchemas = new Ajv2020();

/**
 * Makes schemas that came as data, those of one file, into questions that list every fault. What it returns throws when it
 * is given no schema. Another file gets another one: two files may give their schemas the same `$id`.
 */
export function newCompileSchema(): CompileSchema {
  const own = newAjv();
  return (schema) => {
    void schemaOfSchemas.validateSchema(schema, true);
    const validate = own.compile(schema);
    return checkOf(() => validate);
  };
}

function checkOf(validator: () => ValidateFunction): SchemaCheck {
  return Object.assign((value: unknown) => faultsBy(validator(), value), {
    holds: (value: unknown) => validator()(value),
  });
}

function faultsBy(validate: ValidateFunction, value: unknown): SchemaFault[] {
  return validate(value) ? [] : (validate.errors ?? []).map(faultOf);
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
