// Whether a value written into a procedure is one that its question could be answered with.
import type { CompileSchema } from '../../compile.ts';
import { canonicalJson, type Json } from '../../submission/canonical-json.ts';
import { kinds } from '../kinds/index.ts';
import type { Option, Question } from '../procedure.ts';
import { schemaAt } from './answers-shape.ts';

/** No value in a procedure depends on the day; some kinds ask for one. */
const SOME_DAY = '2026-01-01';

/** What is wrong with a value as the answer to a question, in English; null: it fits. */
export function misfitOf(
  value: unknown,
  question: Question,
  options: readonly Option[],
  answers: object,
  compile: CompileSchema,
): string | null {
  const context = { question, options, people: [], today: SOME_DAY };
  // It came out of a JSON file.
  const json = value as Json;
  const kind = kinds[question.as];
  const { value: read, problem } = kind.read(kind.raw(json, context), context);
  if (problem !== null) return problem.text.en;
  if (read === undefined || canonicalJson(read) !== canonicalJson(json))
    return `it is not what ${question.as} is stored as`;
  return shapeFault(json, question.at, answers, compile);
}

function shapeFault(value: Json, at: string, answers: object, compile: CompileSchema): string | null {
  const schema = schemaAt(answers, at);
  if (schema === undefined) return null;
  try {
    return compile(schema)(value)[0]?.says ?? null;
  } catch {
    // A schema that is none is a finding of its own.
    return null;
  }
}
