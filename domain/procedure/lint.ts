// What the meta-schema cannot say about a procedure. A procedure with a finding is not loaded and not published.
import type { CompileSchema } from '../compile.ts';
import { patternOf, segments } from './pointer.ts';
import {
  isQuestionPage,
  isRepeatPage,
  questionsOf,
  type Catalogue,
  type Page,
  type Procedure,
  type Question,
} from './procedure.ts';
import { ruleOf } from './rules/index.ts';

export interface Finding {
  /** JSON pointer into the procedure's file. */
  place: string;
  code: string;
  /** In English: it is read by whoever writes procedures. */
  reason: string;
}

const NEEDS_OPTIONS = new Set(['choice', 'choices', 'pick']);
const NEEDS_PEOPLE = new Set(['people']);
const LONGEST_PATTERN = 200;

/** Every fault of a procedure that already fits its meta-schema. Empty: it can be loaded. */
export function lintProcedure(
  procedure: Procedure,
  catalogues: readonly Catalogue[],
  compile: CompileSchema,
): Finding[] {
  return [
    ...schemaFindings(procedure, compile),
    ...questionFindings(procedure, catalogues),
    ...idFindings(procedure),
    ...pageFindings(procedure),
    ...ruleFindings(procedure, compile),
    ...taskFindings(procedure),
    ...placeFindings(procedure),
  ];
}

function finding(place: string, code: string, reason: string): Finding {
  return { place, code, reason };
}

/** Every schema in the file with its place: `answers` and all conditions. */
function schemasOf(procedure: Procedure): { place: string; schema: object }[] {
  const found: { place: string; schema: object }[] = [{ place: '/answers', schema: procedure.answers }];
  const look = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = `${place}/${key}`;
      if (
        (key === 'showWhen' || key === 'requiredWhen' || key === 'when') &&
        typeof inner === 'object' &&
        inner !== null
      ) {
        found.push({ place: here, schema: inner as object });
      } else {
        look(inner, here);
      }
    }
  };
  look({ pages: procedure.pages, documents: procedure.documents, rules: procedure.rules }, '');
  return found;
}

function schemaFindings(procedure: Procedure, compile: CompileSchema): Finding[] {
  return schemasOf(procedure).flatMap(({ place, schema }) => {
    const patterns = patternsIn(schema).flatMap((pattern) => patternFinding(place, pattern));
    try {
      compile(schema);
      return patterns;
    } catch (error) {
      return [...patterns, finding(place, 'schema', `not a JSON Schema: ${(error as Error).message}`)];
    }
  });
}

function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

/** Patterns stay in a subset that runs in linear time: no back-references, no look-around, no nested repetition. */
function patternFinding(place: string, pattern: string): Finding[] {
  const nested = /\([^)]*[*+}][^)]*\)[*+{]/.test(pattern);
  const risky = /\\[1-9]|\(\?[=!<]/.test(pattern);
  if (pattern.length <= LONGEST_PATTERN && !nested && !risky) return [];
  return [finding(place, 'pattern', `pattern is too long or may run slowly: ${pattern.slice(0, 60)}`)];
}

function questionFindings(procedure: Procedure, catalogues: readonly Catalogue[]): Finding[] {
  return placedQuestions(procedure).flatMap(({ place, question, page }) => [
    ...(hasPlace(procedure.answers, question.at)
      ? []
      : [finding(place, 'no-place', `${question.at} has no place in answers`)]),
    ...listFindings(place, question, page),
    ...optionFindings(place, question, procedure, catalogues),
    ...(NEEDS_PEOPLE.has(question.as) && question.people === undefined
      ? [finding(place, 'no-people', `${question.as} needs "people"`)]
      : []),
  ]);
}

function listFindings(place: string, question: Question, page: Page): Finding[] {
  const inside = isRepeatPage(page) && question.at.startsWith(`${page.repeat}/*/`);
  const stars = question.at.split('/').filter((part) => part === '*').length;
  if (isRepeatPage(page) ? inside && stars === 1 : stars === 0) return [];
  return [finding(place, 'wrong-list', `${question.at} is not an answer of page ${page.id}`)];
}

function optionFindings(
  place: string,
  question: Question,
  procedure: Procedure,
  catalogues: readonly Catalogue[],
): Finding[] {
  if (question.catalogue !== undefined)
    return catalogueFindings(place, question.catalogue, procedure, catalogues);
  if (!NEEDS_OPTIONS.has(question.as)) return [];
  if (question.options === undefined)
    return [finding(place, 'no-options', `${question.as} needs "options" or "catalogue"`)];
  const values = question.options.map((option) => option.value);
  return repeated(values).map((value) => finding(place, 'duplicate', `option ${value} stands twice`));
}

function catalogueFindings(
  place: string,
  name: string,
  procedure: Procedure,
  catalogues: readonly Catalogue[],
): Finding[] {
  const version = procedure.catalogues[name];
  if (version === undefined)
    return [finding(place, 'no-catalogue', `"catalogues" gives no version of ${name}`)];
  const known = catalogues.some((catalogue) => catalogue.id === name && catalogue.version === version);
  return known ? [] : [finding(place, 'no-catalogue', `catalogue ${name} ${version} is not here`)];
}

interface PlacedQuestion {
  place: string;
  question: Question;
  page: Page;
}

function placedQuestions(procedure: Procedure): PlacedQuestion[] {
  return procedure.pages.flatMap((page, index): PlacedQuestion[] => {
    const here = `/pages/${index}`;
    if (isQuestionPage(page)) {
      return page.questions.map((question, at) => ({ place: `${here}/questions/${at}`, question, page }));
    }
    if (!isRepeatPage(page)) return [];
    return page.pages.flatMap((inner, at) =>
      inner.questions.map((question, of) => ({
        place: `${here}/pages/${at}/questions/${of}`,
        question,
        page,
      })),
    );
  });
}

/** Whether a pointer leads somewhere in a JSON Schema made of properties and items. */
function hasPlace(schema: unknown, pointer: string): boolean {
  let here: unknown = schema;
  for (const part of segments(pointer)) {
    const { properties, items } = (here ?? {}) as { properties?: Record<string, unknown>; items?: unknown };
    here =
      part === '*'
        ? items
        : properties !== undefined && Object.hasOwn(properties, part)
          ? properties[part]
          : undefined;
    if (here === undefined) return false;
  }
  return true;
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function idFindings(procedure: Procedure): Finding[] {
  const groups: [string, string[]][] = [
    ['/pages', procedure.pages.map((page) => page.id)],
    ['/stages', procedure.stages.map((stage) => stage.id)],
    ['/documents', procedure.documents.map((document) => document.id)],
    ['/tasks', procedure.tasks.map((task) => task.id)],
    ['/pages', questionsOf(procedure).map((question) => question.at)],
  ];
  return groups.flatMap(([place, ids]) =>
    repeated(ids).map((id) => finding(place, 'duplicate', `${id} stands twice`)),
  );
}

function pageFindings(procedure: Procedure): Finding[] {
  const stages = new Set(procedure.stages.map((stage) => stage.id));
  const seen = new Set<string>();
  return procedure.pages.flatMap((page, index) => {
    const place = `/pages/${index}`;
    const found = stages.has(page.stage)
      ? []
      : [finding(place, 'no-stage', `stage ${page.stage} is not listed`)];
    found.push(...conditionFindings(page.showWhen, place, seen));
    if (page.showWhen !== undefined && (page.showWhen as unknown) === false) {
      found.push(finding(place, 'unreachable', 'this page is never shown'));
    }
    for (const question of isQuestionPage(page) ? page.questions : []) seen.add(question.at);
    if (isRepeatPage(page))
      for (const inner of page.pages) for (const question of inner.questions) seen.add(question.at);
    return found;
  });
}

/** A condition that reads an answer no earlier page asks for can never change: its page is unreachable or misplaced. */
function conditionFindings(
  condition: object | undefined,
  place: string,
  asked: ReadonlySet<string>,
): Finding[] {
  if (condition === undefined) return [];
  return readsOf(condition)
    .filter(
      (read) =>
        ![...asked].some((at) => at === read || at.startsWith(`${read}/`) || read.startsWith(`${at}/`)),
    )
    .map((read) =>
      finding(place, 'unreachable', `the condition reads ${read}, which no earlier page asks for`),
    );
}

/** The places a condition reads: the ends of its `properties`. */
function readsOf(schema: unknown, place = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return propertiesRead(value, place);
    if (['allOf', 'anyOf', 'oneOf'].includes(key) && Array.isArray(value))
      return value.flatMap((inner) => readsOf(inner, place));
    return ['not', 'if', 'then', 'else'].includes(key) ? readsOf(value, place) : [];
  });
}

function propertiesRead(properties: unknown, place: string): string[] {
  return Object.entries(properties as Record<string, unknown>).flatMap(([name, inner]) => {
    const deeper = readsOf(inner, `${place}/${name}`);
    return deeper.length > 0 ? deeper : [`${place}/${name}`];
  });
}

function ruleFindings(procedure: Procedure, compile: CompileSchema): Finding[] {
  return procedure.rules.flatMap((use, index) => {
    const place = `/rules/${index}`;
    const rule = ruleOf(use);
    if (rule === null) return [finding(place, 'unknown-rule', `there is no rule ${use.use}`)];
    const faults = compile(rule.params)(use);
    if (faults.length > 0) {
      return faults.map((fault) =>
        finding(`${place}${fault.at}`, 'rule-parameters', `${use.use}: ${fault.keyword}`),
      );
    }
    return rule
      .reads(use)
      .filter((read) => !hasPlace(procedure.answers, read))
      .map((read) => finding(place, 'no-place', `${read} has no place in answers`));
  });
}

function taskFindings(procedure: Procedure): Finding[] {
  const ids = new Set(procedure.tasks.map((task) => task.id));
  return procedure.tasks.flatMap((task, index) => {
    const place = `/tasks/${index}`;
    const unknown = (task.after ?? []).filter((after) => !ids.has(after) || after === task.id);
    return [
      ...unknown.map((after) => finding(place, 'no-task', `after ${after}: there is no such other task`)),
      ...task.sees
        .filter((seen) => !hasPlace(procedure.answers, seen))
        .map((seen) => finding(place, 'no-place', `sees ${seen}, which has no place in answers`)),
      ...(task.promised > task.statutory
        ? [finding(place, 'promise', 'promises more days than the law allows')]
        : []),
      ...(isInCircle(procedure, task.id) ? [finding(place, 'circle', 'waits for itself')] : []),
    ];
  });
}

function isInCircle(procedure: Procedure, start: string): boolean {
  const seen = new Set<string>();
  const waitsFor = (id: string): string[] => procedure.tasks.find((task) => task.id === id)?.after ?? [];
  const open = [...waitsFor(start)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (!seen.has(next)) open.push(...waitsFor(next));
    seen.add(next);
  }
  return false;
}

function placeFindings(procedure: Procedure): Finding[] {
  const { identity, outcome, subject } = procedure;
  const named: [string, string | undefined][] = [
    ['/identity/name', identity.name],
    ['/identity/number', identity.number],
    ['/identity/mobile', identity.mobile],
    ['/outcome/deliveryAt', outcome.deliveryAt],
    ['/subject', subject],
    ...procedure.stages.map((stage, index): [string, string | undefined] => [
      `/stages/${index}/shows`,
      stage.shows,
    ]),
  ];
  return named.flatMap(([place, pointer]) =>
    pointer === undefined || hasPlace(procedure.answers, patternOf(pointer))
      ? []
      : [finding(place, 'no-place', `${pointer} has no place in answers`)],
  );
}
