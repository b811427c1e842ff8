// A procedure that ships, held against whole applications: what is asked, what is passed over, what is refused.
import { checkAnswers, ownerOf } from '../../domain/procedure/check-answers.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { walk } from '../../domain/procedure/pages.ts';
import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { takeAnswers } from '../../main/records/take-answers.ts';
import { newDraft } from '../../main/sessions/draft.ts';
import { givenPages, keptSources } from '../../main/sessions/sources.ts';
import { shippedShelf } from '../llc.ts';

export const today = dayInCity(systemClock.now());

/** Type of record → what is lent. */
export type Lent = { [record: string]: JsonObject };

export interface ProcedureDesk {
  prepared: Prepared;
  /** Every fault of the files that this procedure is made of. */
  findings: string[];
  /** What is wrong, as 'place: sentence', in Chinese. */
  refusals(answers: JsonObject): string[];
  /** The answers that count, and no others. */
  counted(answers: JsonObject): JsonObject;
  /** The pages that are asked; what is lent is not. */
  pages(answers: JsonObject, lent?: Lent): string[];
  documents(answers: JsonObject): string[];
  tasks(answers: JsonObject): string[];
  /** Rules without which each of these applications would be judged as with them. */
  idleRules(applications: JsonObject[]): string[];
}

export async function openProcedure(id: string): Promise<ProcedureDesk> {
  const shelf = await shippedShelf();
  const prepared = shelf.latest(id);
  const findings = shelf.faults.map(({ file, place, reason }) => `${file} ${place}: ${reason}`);
  if (prepared === null) throw new Error([`${id} is not here`, ...findings].join('\n'));
  const judged = (answers: JsonObject, rules = prepared) => {
    const walked = walk(prepared, answers, today);
    return { walked, problems: checkAnswers(rules, walked, today) };
  };
  return {
    prepared,
    findings: findings.filter((finding) => finding.startsWith(`${id}.json`)),
    refusals: (answers) => told(judged(answers)),
    counted: (answers) => walk(prepared, answers, today).answers,
    pages: (answers, lent = {}) => pagesAsked(prepared, answers, lent),
    documents: (answers) =>
      neededDocuments(prepared, judged(answers).walked.answers, today, shelf.calendar).map((one) => one.id),
    tasks: (answers) => neededTasks(prepared, judged(answers).walked.answers).map((task) => task.id),
    idleRules: (applications) => idle(prepared, applications),
  };
}

type Judged = { walked: ReturnType<typeof walk>; problems: ReturnType<typeof checkAnswers> };

/** A problem that belongs to no page, or is not a sentence in both languages, is told as such. */
function told({ walked, problems }: Judged): string[] {
  return problems.map((problem) => {
    const page = ownerOf(problem, walked)?.page ?? 'no page';
    const isSentence = problem.text['zh-CN'].endsWith('。') && problem.text.en.endsWith('.');
    return `${page}: ${problem.text['zh-CN']}${isSentence ? '' : ' (no sentence)'}`;
  });
}

/** As a kiosk does it: what is lent is taken as far as it fits, and pages it answers whole are passed over. */
function pagesAsked(prepared: Prepared, answers: JsonObject, lent: Lent): string[] {
  const fills = prepared.procedure.prefill.filter(({ record }) => Object.hasOwn(lent, record));
  const typed = fills
    .flatMap(({ into }) => Object.keys(into))
    .reduce((left, place) => withAnswer(left, place, undefined), answers);
  const begun = { ...newDraft(prepared, 'draft', new Date(0)), answers: typed };
  const filled = fills.reduce(
    (draft, prefill) => takeAnswers(draft, prefill, lent[prefill.record] ?? {}, today, today),
    begun,
  );
  const walked = walk(prepared, answers, today);
  const given = givenPages(
    prepared,
    walked,
    keptSources(filled.sources, walk(prepared, filled.answers, today).answers, answers),
    today,
  );
  return walked.pages.map(({ id }) => id).filter((id) => !given.has(id));
}

function idle(prepared: Prepared, applications: JsonObject[]): string[] {
  const walks = applications.map((answers) => walk(prepared, answers, today));
  const counts = walks.map((walked) => checkAnswers(prepared, walked, today).length);
  return prepared.procedure.rules
    .filter((rule) => {
      const rules = prepared.procedure.rules.filter((other) => other !== rule);
      const without = { ...prepared, procedure: { ...prepared.procedure, rules } };
      return walks.every((walked, index) => checkAnswers(without, walked, today).length === counts[index]);
    })
    .map((rule) => JSON.stringify(rule).slice(0, 160));
}
