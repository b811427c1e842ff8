// The answers in words, for the check page, the full copy on paper and the platform's case page. Identity numbers are masked.
import { text, type Text } from '../contract/text.ts';
import { kinds } from './kinds/index.ts';
import { askedFor, type CountedQuestion, type Walk } from './pages.ts';
import { valueAt } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import { isRepeatPage } from './procedure.ts';

export interface SummaryRow {
  at: string;
  page: string;
  item: number | null;
  inner: string | null;
  /** The question, behind the item it is asked about. */
  label: Text;
  /** The same apart: the question alone, and the item; null: it is asked once. */
  question: Text;
  about: Text | null;
  /** null: not answered, and need not be. */
  value: Text | null;
  /** Where the question is asked by which this answer changes; null: nobody was asked, and nobody can be. */
  change: string | null;
}

export interface SummarySection {
  stage: string;
  title: Text;
  rows: SummaryRow[];
}

/** Every question that counts, asked or known, with its answer, stage by stage. */
export function summaryOf(prepared: Prepared, walked: Walk): SummarySection[] {
  return prepared.procedure.stages
    .map((stage) => ({ stage: stage.id, title: stage.title, rows: rowsOf(prepared, walked, stage.id) }))
    .filter((section) => section.rows.length > 0);
}

function rowsOf(prepared: Prepared, walked: Walk, stage: string): SummaryRow[] {
  const here = prepared.procedure.pages.filter((page) => page.stage === stage);
  const pages = new Set(here.map((page) => page.id));
  return walked.counted
    .filter((counted) => pages.has(counted.page))
    .map((counted) => rowOf(prepared, walked, counted));
}

function rowOf(prepared: Prepared, walked: Walk, asked: CountedQuestion): SummaryRow {
  const page = prepared.procedure.pages.find((candidate) => candidate.id === asked.page);
  const { label: question } = asked.context.question;
  const about =
    asked.item !== null && page !== undefined && isRepeatPage(page) ? itemTitle(page.item, asked.item) : null;
  return {
    at: asked.at,
    page: asked.page,
    item: asked.item,
    inner: asked.inner,
    label:
      about === null
        ? question
        : text(`${about['zh-CN']}：${question['zh-CN']}`, `${about.en}: ${question.en}`),
    question,
    about,
    value: shownAt(walked, asked.at),
    change: askedFor(asked.at, walked)?.at ?? null,
  };
}

/** “股东 2” / “Shareholder 2”. */
export function itemTitle(item: Text, index: number): Text {
  return text(`${item['zh-CN']} ${index + 1}`, `${item.en} ${index + 1}`);
}

/** An answer in words, or null where there is none. */
export function shownAt(walked: Walk, at: string): Text | null {
  const counted = walked.counted.find((question) => question.at === at);
  const value = valueAt(walked.answers, at);
  if (counted === undefined || value === undefined) return null;
  return kinds[counted.context.question.as].show(value, counted.context);
}
