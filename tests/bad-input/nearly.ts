// Values that nearly are what a schema asks for: most of it right, something of it wrong, so that what is behind the first
// check is reached as well.
import fc from 'fast-check';

export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  maxLength?: number;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** What JSON can say that no schema of ours expects. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    [],
    {},
    [[]],
    ' ',
    '\u0000',
    '\ud800',
    '../../x',
  ),
  fc.constantFrom("'; drop table cases; --", '{{x}}', '%s%n', '=cmd()', '<script>', '\u202e王小明', '１２３'),
  fc.constant('长'.repeat(20_000)),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}')),
  fc.constant(Array.from({ length: 300 }, () => 0)),
  fc
    .integer({ min: 1, max: 2000 })
    .map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
  fc.jsonValue(),
);

export function nearly(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: right(schema) }, { weight: 1, arbitrary: junk });
}

function right(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(nearly));
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(nearly(schema.items ?? {}), { maxLength: 4 });
    case 'integer':
      return fc.oneof(fc.integer(), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema);
    default:
      return junk;
  }
}

function textOf({ pattern, maxLength = 100 }: Schema): fc.Arbitrary<unknown> {
  const some = fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength + 1, 200) });
  return pattern === undefined ? some : fc.oneof(fc.stringMatching(new RegExp(pattern)), some);
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const own = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, nearly(schema)])),
    { requiredKeys: required as never[] },
  );
  const without = fc.tuple(own, fc.constantFrom(...Object.keys(properties), 'none')).map(([value, name]) => {
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    return rest;
  });
  const more = fc.tuple(own, fc.string(), junk).map(([value, name, extra]) => ({ ...value, [name]: extra }));
  return fc.oneof(
    { weight: 6, arbitrary: own },
    { weight: 1, arbitrary: without },
    { weight: 1, arbitrary: more },
  );
}
