// A form has limits of its own, its JSON Schema. Whoever wrote as much as the question takes must not run into them: nothing
// could be said then but that it does not fit.
import { expect, it } from 'vitest';
import { questionsOf, type Question } from '../../domain/procedure/procedure.ts';
import { shippedShelf } from '../llc.ts';

const { procedures } = await shippedShelf();

type Schema = { [key: string]: unknown };

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inner(schema: Schema, key: string): Schema {
  const found = schema[key];
  return isSchema(found) ? found : {};
}

/** The schema that a reference stands for, within its root. */
function meant(schema: Schema, root: Schema): Schema {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  return meant($ref.split('/').slice(1).reduce(inner, root), root);
}

function schemaAt(root: Schema, place: string): Schema {
  return place
    .split('/')
    .slice(1)
    .reduce((schema, part) => {
      const here = meant(schema, root);
      return meant(part === '*' ? inner(here, 'items') : inner(inner(here, 'properties'), part), root);
    }, root);
}

/** Part of the answer ('' for all of it) and its longest line, in code points: see domain/procedure/kinds. */
function longestOf({ as, max }: Question): [string, number][] {
  if (as === 'text') return [['', max ?? 200]];
  if (as === 'person-name') return [['', 50]];
  if (as === 'person') return [['/name', 50]];
  if (as === 'address') return [['/detail', max ?? 100]];
  if (as !== 'enterprise-name') return [];
  return [
    ['/division', 20],
    ['/tradeName', 40],
    ['/industry', 40],
    ['/form', 10],
    // With the brackets around the division.
    ['/full', 112],
  ];
}

it.each(procedures.map(({ procedure }) => procedure))(
  '$id: the longest line that a question takes has room in the answers',
  (procedure) => {
    const tight = questionsOf(procedure).flatMap((question) =>
      longestOf(question)
        .map(([part, longest]) => ({ place: question.at + part, longest }))
        .filter(({ place, longest }) => {
          const { maxLength = Infinity } = schemaAt(procedure.answers, place);
          return Number(maxLength) < longest;
        }),
    );
    expect(tight).toEqual([]);
  },
);
