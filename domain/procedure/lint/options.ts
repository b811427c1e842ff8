// Options whose value the answers would not take: whoever chose one could never hand in.
import type { CompileSchema, SchemaFault } from '../../compile.ts';
import type { Catalogue, Option, Procedure, Question } from '../procedure.ts';
import { schemaAt } from './answers-shape.ts';
import { placedQuestions } from './asked.ts';
import { finding, type Finding } from './finding.ts';

/** Kinds whose answer is a list of the values that were chosen. */
const LISTS = new Set(['choices', 'pick', 'people']);

/** What a list may be found wrong for whatever else is chosen with this one: how many must be is another matter. */
const OF_THE_LIST_ITSELF = new Set(['type', 'enum', 'const']);

export function optionFitFindings(
  procedure: Procedure,
  catalogues: readonly Catalogue[],
  compile: CompileSchema,
): Finding[] {
  return placedQuestions(procedure)
    .filter(isOffering)
    .flatMap(({ place, question }) => {
      const { at, options, catalogue } = question;
      const offered = options ?? entriesOf(question, procedure, catalogues);
      const wrong = misfits(offered, faultFinder(procedure.answers, question, compile));
      return options === undefined
        ? inCatalogue(place, `catalogue ${catalogue}`, at, wrong)
        : wrong.map(({ index, value, says }) =>
            finding(`${place}/options/${index}`, 'misfit', `${value} does not fit ${at} in answers: ${says}`),
          );
    });
}

function isOffering({ question: { options, catalogue } }: { question: Question }): boolean {
  return options !== undefined || catalogue !== undefined;
}

/** An option that does not fit, and what the answers say against it. */
interface Misfit {
  index: number;
  value: string;
  says: string;
}

function misfits(offered: readonly Option[], faultOf: FaultOf): Misfit[] {
  return offered.flatMap(({ value }, index) => {
    const says = faultOf(value);
    return says === null ? [] : [{ index, value, says }];
  });
}

/** A catalogue may have thousands of entries: one finding for all of them. */
function inCatalogue(place: string, catalogue: string, at: string, wrong: Misfit[]): Finding[] {
  const [first, ...more] = wrong;
  if (first === undefined) return [];
  const subject =
    more.length === 0
      ? `${first.value} of ${catalogue} does`
      : `${first.value} and ${more.length} more of ${catalogue} do`;
  return [finding(place, 'misfit', `${subject} not fit ${at} in answers: ${first.says}`)];
}

/** The entries of a question's catalogue, in the version the procedure names. */
export function entriesOf(
  { catalogue }: Question,
  procedure: Procedure,
  catalogues: readonly Catalogue[],
): readonly Option[] {
  if (catalogue === undefined) return [];
  const version = procedure.catalogues[catalogue];
  return catalogues.find(({ id, version: here }) => id === catalogue && here === version)?.options ?? [];
}

/** What the answers say against an option's value, or null. */
type FaultOf = (value: string) => string | null;

/** Where the value of one option stands in an answer of this kind. */
function valuePlace({ at, as }: Question): string {
  if (LISTS.has(as)) return `${at}/*`;
  return as === 'address' ? `${at}/area` : at;
}

function faultFinder(answers: object, question: Question, compile: CompileSchema): FaultOf {
  const { at, as } = question;
  const one = faultsAt(answers, valuePlace(question), compile);
  if (!LISTS.has(as)) return (value) => one(value)[0]?.says ?? null;
  const list = faultsAt(answers, at, compile);
  return (value) => (list([value]).find(isOfTheListItself) ?? one(value)[0])?.says ?? null;
}

function isOfTheListItself({ at, keyword }: SchemaFault): boolean {
  return at === '' && OF_THE_LIST_ITSELF.has(keyword);
}

/** Against a place that is missing and a schema that is none, nothing is said here: they are findings of their own. */
function faultsAt(answers: object, at: string, compile: CompileSchema): (value: unknown) => SchemaFault[] {
  const schema = schemaAt(answers, at);
  try {
    return schema === undefined ? () => [] : compile(schema);
  } catch {
    return () => [];
  }
}
