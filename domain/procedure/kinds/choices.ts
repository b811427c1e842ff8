import { same, text } from '../../contract/text.ts';
import { message, type Message } from '../../message.ts';
import type { Json } from '../../submission/canonical-json.ts';
import {
  asList,
  asString,
  bad,
  good,
  nothing,
  stringOf,
  type AnswerKind,
  type QuestionContext,
} from './kind.ts';

const NOT_OFFERED = message(
  'choice/not-offered',
  '请从列出的里面选一项。',
  'Please choose one of those listed.',
);

/** One of the options. Stored as the option's value. */
export const choice: AnswerKind = {
  read(raw, { options }) {
    const value = asString(raw);
    if (value === '') return nothing();
    return options.some((option) => option.value === value) ? good(value) : bad(NOT_OFFERED);
  },
  raw: (value) => stringOf(value),
  show: (value, context) => labelOf(stringOf(value), context),
};

/** Some of the options, in the order they are offered. Stored as a list of their values. */
export const choices: AnswerKind = {
  read(raw, context) {
    const chosen = new Set(asList(raw));
    if (chosen.size === 0) return nothing();
    const value = context.options.map((option) => option.value).filter((option) => chosen.has(option));
    if (value.length < chosen.size) return bad(NOT_OFFERED);
    const problem = countProblem(value.length, context);
    return problem === null ? good(value) : bad(problem);
  },
  raw: (value) => listOf(value),
  show: (value, context) => joined(listOf(value), context),
};

/** Some of a long catalogue, in the order the citizen picked them: the first is the main one. */
export const pick: AnswerKind = {
  read(raw, context) {
    const value = [...new Set(asList(raw))];
    if (value.length === 0) return nothing();
    const offered = new Set(context.options.map((option) => option.value));
    if (value.some((option) => !offered.has(option))) return bad(NOT_OFFERED);
    const problem = countProblem(value.length, context);
    return problem === null ? good(value) : bad(problem);
  },
  raw: (value) => listOf(value),
  show: (value, context) => joined(listOf(value), context),
};

/** A statement the citizen ticks. Stored as true, or not at all. */
export const tick: AnswerKind = {
  read: (raw) => (raw === 'yes' ? good(true) : nothing()),
  raw: (value) => (value === true ? 'yes' : ''),
  show: (value) => (value === true ? text('同意', 'Agreed') : text('未勾选', 'Not ticked')),
};

function countProblem(count: number, { question }: QuestionContext): Message | null {
  const { min = 1, max = Number.MAX_SAFE_INTEGER } = question;
  if (count > max)
    return message(
      'choices/too-many',
      `最多选 ${max} 项，现在选了 ${count} 项。`,
      `Choose at most ${max}. You chose ${count}.`,
    );
  if (count < min)
    return message(
      'choices/too-few',
      `至少选 ${min} 项，现在选了 ${count} 项。`,
      `Choose at least ${min}. You chose ${count}.`,
    );
  return null;
}

function listOf(value: Json): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function labelOf(value: string, { options }: QuestionContext) {
  return options.find((option) => option.value === value)?.label ?? same(value);
}

function joined(values: string[], context: QuestionContext) {
  const labels = values.map((value) => labelOf(value, context));
  return text(labels.map((label) => label['zh-CN']).join('；'), labels.map((label) => label.en).join('; '));
}
