import type { Problem } from '../../../domain/contract/answers.ts';
import { same, text, type Text } from '../../../domain/contract/text.ts';
import type { ListView } from '../../../domain/contract/views.ts';
import { checkAnswers, ownerOf } from '../../../domain/procedure/check-answers.ts';
import { maskResidentId } from '../../../domain/identifiers/resident-id.ts';
import { showMoney } from '../../../domain/procedure/kinds/money.ts';
import { isPerson } from '../../../domain/procedure/kinds/person.ts';
import type { Walk } from '../../../domain/procedure/pages.ts';
import { answersAt, valueAt } from '../../../domain/procedure/pointer.ts';
import type { RepeatPage } from '../../../domain/procedure/procedure.ts';
import { itemTitle, shownAt } from '../../../domain/procedure/summary.ts';
import { itemsOf } from '../draft.ts';
import { headOf, routeOf, type DraftContext } from './context.ts';

/** A list of people or things with its running total. */
export function listView(context: DraftContext, page: RepeatPage): ListView {
  const { session, draft } = context;
  const count = itemsOf(draft, page);
  const total = totalOf(context, page);
  const facts = { total, wrong: checkAnswers(draft.prepared, context.walked, context.today) };
  return {
    screen: 'list',
    ...headOf(session, context),
    route: routeOf(context),
    title: page.title,
    help: page.help ?? null,
    item: page.item,
    items: Array.from({ length: count }, (_, index) => itemView(context, page, index, facts)),
    canAdd: count < page.max,
    sum: sumView(total, context, page),
    problems: draft.problems.filter((problem) => ownerOf(problem, context.walked)?.item === null),
    changing: draft.changing,
  };
}

interface ListFacts {
  total: Total | null;
  /** Everything that is wrong in the application: asked once, however long the list is. */
  wrong: Problem[];
}

function itemView(
  context: DraftContext,
  page: RepeatPage,
  index: number,
  { total, wrong }: ListFacts,
): ListView['items'][number] {
  const { walked } = context;
  const here = `${page.repeat}/${index}`;
  const given = page.sum === undefined ? undefined : valueAt(walked.answers, here + page.sum.of);
  const amount = typeof given === 'number' ? given : null;
  return {
    index,
    ...calledOf(context, page, index),
    amount: amount === null ? null : showMoney(amount, 'wan-yuan'),
    share: amount === null || total === null || total.wanted === 0 ? null : amount / total.wanted,
    problems: wrong.filter((problem) => {
      const owner = ownerOf(problem, walked);
      return owner?.page === page.id && owner.item === index;
    }),
  };
}

/** What an item is called, and what else its row says: a person by name, with the masked number beneath. */
function calledOf(
  { walked }: DraftContext,
  page: RepeatPage,
  index: number,
): Pick<ListView['items'][number], 'name' | 'lines'> {
  const here = `${page.repeat}/${index}`;
  const lines = page.shows.flatMap((place) => labelled(walked, here + place));
  const [name] = page.names.flatMap((place) => valueAt(walked.answers, here + place) ?? []);
  if (isPerson(name))
    return { name: same(name.name), lines: [same(maskResidentId(name.residentId)), ...lines] };
  return { name: typeof name === 'string' ? same(name) : itemTitle(page.item, index), lines };
}

function labelled(walked: Walk, at: string): Text[] {
  const asked = walked.counted.find((question) => question.at === at);
  const value = shownAt(walked, at);
  if (asked === undefined || value === null) return [];
  const { label } = asked.context.question;
  return [text(`${label['zh-CN']} ${value['zh-CN']}`, `${label.en}: ${value.en}`)];
}

interface Total {
  given: number;
  wanted: number;
}

function totalOf({ walked }: DraftContext, { repeat, sum }: RepeatPage): Total | null {
  if (sum === undefined) return null;
  const wanted = valueAt(walked.answers, sum.to);
  const given = answersAt(walked.answers, `${repeat}/*${sum.of}`)
    .map(({ value }) => value)
    .filter((value): value is number => typeof value === 'number')
    .reduce((before, amount) => before + amount, 0);
  return typeof wanted === 'number' ? { given, wanted } : null;
}

function sumView(total: Total | null, { walked }: DraftContext, { sum }: RepeatPage): ListView['sum'] {
  const asked = walked.counted.find(({ at }) => at === sum?.to);
  if (total === null || asked === undefined) return null;
  const gap = total.wanted - total.given;
  const off = showMoney(Math.abs(gap), 'wan-yuan');
  const state = gap === 0 ? 'matches' : gap > 0 ? 'short' : 'over';
  const says = {
    matches: text('正好', 'Adds up exactly'),
    short: text(`还差 ${off['zh-CN']}`, `${off.en} short`),
    over: text(`多了 ${off['zh-CN']}`, `${off.en} too much`),
  };
  return {
    given: showMoney(total.given, 'wan-yuan'),
    wanted: showMoney(total.wanted, 'wan-yuan'),
    wantedLabel: asked.context.question.label,
    state,
    says: says[state],
  };
}
