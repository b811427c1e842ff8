import type { CompileSchema, SchemaCheck, SchemaFault } from '../compile.ts';
import type { Json } from '../submission/canonical-json.ts';
import type { Catalogue, Option, Procedure, Question } from './procedure.ts';

/** A procedure ready to be walked: its conditions compiled, its catalogues at hand. */
export interface Prepared {
  procedure: Procedure;
  /** Whether a condition holds; an absent condition always does. */
  holds(condition: object | undefined, scope: Json): boolean;
  /** Where the answers break the schema of the whole application. */
  faults(answers: Json): SchemaFault[];
  /** The options of a question, whatever the answers; `choices` hide some by `showWhen`. */
  optionsOf(question: Question): readonly Option[];
}

/** Throws when a schema of the procedure does not compile or a catalogue is missing: lint it first. */
export function prepare(
  procedure: Procedure,
  catalogues: readonly Catalogue[],
  compile: CompileSchema,
): Prepared {
  const compiled = new Map<object, SchemaCheck>();
  const check = (schema: object) => {
    const known = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, known);
    return known;
  };
  const faults = check(procedure.answers);
  return {
    procedure,
    holds: (condition, scope) => condition === undefined || check(condition).holds(scope),
    faults,
    optionsOf: (question) => question.options ?? catalogueOf(question, procedure, catalogues)?.options ?? [],
  };
}

function catalogueOf(question: Question, procedure: Procedure, catalogues: readonly Catalogue[]) {
  if (question.catalogue === undefined) return undefined;
  const version = procedure.catalogues[question.catalogue];
  const found = catalogues.find(
    (catalogue) => catalogue.id === question.catalogue && catalogue.version === version,
  );
  if (found === undefined) throw new Error(`catalogue ${question.catalogue} ${version} is missing`);
  return found;
}
