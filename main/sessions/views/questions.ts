import type { RawAnswer } from '../../../domain/contract/answers.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import type { OptionView, QuestionsView, QuestionView } from '../../../domain/contract/views.ts';
import { NAME_LISTS, OFFERED_DIVISIONS } from '../../../domain/identifiers/enterprise-name-lists.ts';
import { maskResidentId } from '../../../domain/identifiers/resident-id.ts';
import { kinds } from '../../../domain/procedure/kinds/index.ts';
import { innerPagesOf, type AskedQuestion, type Walk } from '../../../domain/procedure/pages.ts';
import { placeOf, valueAt } from '../../../domain/procedure/pointer.ts';
import { isRepeatPage, type Option, type Question } from '../../../domain/procedure/procedure.ts';
import { itemTitle, shownAt } from '../../../domain/procedure/summary.ts';
import { askedHere, pageOf } from '../draft.ts';
import { sourceOf } from '../sources.ts';
import { headOf, routeOf, UNITS, type DraftContext } from './context.ts';
import { regionsOf } from './regions.ts';
import { sourceText } from './source-text.ts';
import { suggestionsOf, usualOf } from './suggestions.ts';

export function questionsView(context: DraftContext): QuestionsView {
  const { session, draft, walked } = context;
  return {
    screen: 'questions',
    ...headOf(session, context),
    route: routeOf(context),
    ...titleHere(context),
    questions: askedHere(draft, walked).map((asked) => questionView(context, asked)),
    problems: draft.problems,
    changing: draft.changing,
  };
}

function titleHere({ draft, walked }: DraftContext): { title: Text; help: Text | null } {
  const { position } = draft;
  if (position.at !== 'page' && position.at !== 'item') throw new Error('no questions are asked here');
  const page = pageOf(draft, position.page);
  if (position.at === 'page' || !isRepeatPage(page)) return { title: page.title, help: page.help ?? null };
  const inner = innerPagesOf(walked, page, position.index).find(({ id }) => id === position.inner);
  const item = itemTitle(page.item, position.index);
  const title = inner?.title ?? page.title;
  return {
    title: text(`${item['zh-CN']}：${title['zh-CN']}`, `${item.en}: ${title.en}`),
    help: inner?.help ?? null,
  };
}

function questionView({ draft, walked }: DraftContext, asked: AskedQuestion): QuestionView {
  const { question, options, people } = asked.context;
  const value = draft.entered[asked.at] ?? storedRaw(draft.answers, asked) ?? usualOf(asked);
  const source = sourceOf(asked.at, draft.sources);
  const isAddress = question.as === 'address';
  return {
    at: asked.at,
    as: question.as,
    label: question.label,
    hint: question.hint ?? null,
    optional: question.optional === true,
    value,
    options: isAddress ? [] : options.map(optionView),
    people: people.map(({ at, name, residentId }) => ({ at, name, masked: maskResidentId(residentId) })),
    others: question.others !== false,
    unit: question.as === 'money' ? UNITS[question.unit ?? 'yuan'] : null,
    max: question.max ?? null,
    ...(question.check === undefined ? {} : { check: question.check }),
    nameParts: namePartsOf(question),
    regions: isAddress ? regionsOf(options) : [],
    suggestions: suggestionsOf(asked),
    was: wasOf(asked, walked),
    source: source === null ? null : sourceText(source),
    warnings:
      value === null
        ? []
        : kinds[question.as].read(value, asked.context).warnings.map((warning) => warning.text),
  };
}

function namePartsOf({ as, enterprise = 'llc' }: Question): QuestionView['nameParts'] {
  if (as !== 'enterprise-name') return null;
  return {
    divisions: [...OFFERED_DIVISIONS],
    industries: [...NAME_LISTS.industryWords],
    forms: [...NAME_LISTS.forms[enterprise]],
  };
}

function storedRaw(answers: Parameters<typeof valueAt>[0], asked: AskedQuestion): RawAnswer {
  const value = valueAt(answers, asked.at);
  return value === undefined ? null : kinds[asked.context.question.as].raw(value, asked.context);
}

function optionView({ value, label, note, group, search }: Option): OptionView {
  return { value, label, note: note ?? null, group: group ?? null, search: search ?? '' };
}

/** How what this answer changes reads: as its own question says it, or as this one would. */
function wasOf({ item, context }: AskedQuestion, walked: Walk): Text | null {
  const { question } = context;
  if (question.was === undefined) return null;
  const place = placeOf(question.was, item);
  const value = valueAt(walked.answers, place);
  if (value === undefined) return null;
  return shownAt(walked, place) ?? kinds[question.as].show(value, context);
}
