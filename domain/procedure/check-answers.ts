// What is wrong with an application. One message per problem, at its place; the kiosk asks per page and before
// submission, the platform asks once more on arrival.
import type { SchemaFault } from '../compile.ts';
import type { Problem } from '../contract/answers.ts';
import { message, type Message } from '../message.ts';
import { isSameJson } from '../submission/canonical-json.ts';
import { kinds } from './kinds/index.ts';
import { askedFor, type AskedQuestion, type Walk } from './pages.ts';
import { valueAt } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import { isRepeatPage, type RepeatPage } from './procedure.ts';
import { ruleProblems } from './rules/index.ts';

const MISSING = message('missing', '这里还没有填。', 'This has not been answered yet.');
const NOT_TICKED = message('not-ticked', '请先勾选这一项。', 'Please tick this first.');
const NOT_CANONICAL = message(
  'not-canonical',
  '这个答案要换一种写法，请重新填一遍。',
  'This answer has to be written another way: please give it again.',
);
const WRONG_SHAPE = message(
  'wrong-shape',
  '这个答案收不下，请重新填短一些；还不行，请找工作人员。',
  'This answer cannot be taken: please give a shorter one, or ask a member of staff.',
);

export function problemAt(at: string, { code, text }: Message): Problem {
  return { at, code, text };
}

/**
 * Everything that is wrong, in the order of the pages. `walked.answers` are what is judged; `faults` are what the schema
 * says of them, for whoever has asked it already.
 */
export function checkAnswers(
  prepared: Prepared,
  walked: Walk,
  today: string,
  faults: readonly SchemaFault[] = prepared.faults(walked.answers),
): Problem[] {
  const answered = walked.questions.flatMap((asked) => questionProblem(asked, walked));
  const lists = walked.pages.filter(isRepeatPage).flatMap((page) => countProblem(page, walked));
  const told = [...answered, ...lists];
  const shape = faults
    .filter(({ at }) => !told.some((problem) => isWithin(problem.at, at) || isWithin(at, problem.at)))
    .map(({ at }) => problemAt(at, WRONG_SHAPE));
  const known = [...told, ...shape];
  // A rule about an answer that is wrong in itself would only repeat it.
  const ruled = ruleProblems(prepared, walked.answers, today).filter(
    ({ at }) => !known.some((problem) => problem.at === at),
  );
  return inPageOrder([...known, ...ruled], walked);
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

function questionProblem(asked: AskedQuestion, walked: Walk): Problem[] {
  const value = valueAt(walked.answers, asked.at);
  const { question } = asked.context;
  if (value === undefined) return missingProblem(asked);
  const kind = kinds[question.as];
  const reading = kind.read(kind.raw(value, asked.context), asked.context);
  if (reading.problem !== null) return [problemAt(asked.at, reading.problem)];
  const canonical = reading.value !== undefined && isSameJson(reading.value, value);
  return canonical ? [] : [problemAt(asked.at, NOT_CANONICAL)];
}

export function missingProblem({ at, context: { question } }: AskedQuestion): Problem[] {
  if (question.optional === true) return [];
  return [problemAt(at, question.as === 'tick' ? NOT_TICKED : MISSING)];
}

function countProblem(page: RepeatPage, walked: Walk): Problem[] {
  const list = valueAt(walked.answers, page.repeat);
  const count = Array.isArray(list) ? list.length : 0;
  if (count >= page.min && count <= page.max) return [];
  return [problemAt(page.repeat, countMessage(page, count))];
}

function countMessage({ min, max, item }: RepeatPage, count: number): Message {
  const [zh, en] = [item['zh-CN'], item.en];
  return count < min
    ? message(
        'list/too-few',
        `${zh}至少要有 ${min} 位，现在是 ${count} 位。`,
        `At least ${min} needed (${en}); there are ${count}.`,
      )
    : message(
        'list/too-many',
        `${zh}最多 ${max} 位，现在是 ${count} 位。`,
        `At most ${max} allowed (${en}); there are ${count}.`,
      );
}

/** Where a problem can be put right: the question asked at its place or that its answer comes from, or its list. */
export function ownerOf(
  problem: Problem,
  walked: Walk,
): { page: string; item: number | null; inner: string | null } | null {
  const asked = askedFor(problem.at, walked);
  if (asked !== null) return { page: asked.page, item: asked.item, inner: asked.inner };
  const list = walked.pages.filter(isRepeatPage).find((page) => isWithin(problem.at, page.repeat));
  if (list !== undefined) return { page: list.id, item: null, inner: null };
  // A list that is known is not shown: what is in it comes from somewhere.
  const inside = walked.counted.find(({ at, from }) => from !== null && isWithin(at, problem.at));
  const source = inside === undefined ? null : askedFor(inside.at, walked);
  return source === null ? null : { page: source.page, item: source.item, inner: source.inner };
}

/** A list's own problem comes before those of its items; what belongs to no page comes last. */
function inPageOrder(problems: Problem[], walked: Walk): Problem[] {
  if (problems.length < 2) return problems;
  const rank = (problem: Problem): [number, number] => {
    const page = walked.pages.findIndex(({ id }) => id === ownerOf(problem, walked)?.page);
    const asked = askedFor(problem.at, walked);
    return [page < 0 ? walked.pages.length : page, asked === null ? -1 : walked.counted.indexOf(asked)];
  };
  return problems
    .map((problem) => ({ problem, rank: rank(problem) }))
    .toSorted((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1])
    .map(({ problem }) => problem);
}
