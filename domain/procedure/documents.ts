// Which documents an application needs, and by when one that follows must be here.
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { Text } from '../contract/text.ts';
import { PAGES } from '../documents/limits.ts';
import type { Json } from '../submission/canonical-json.ts';
import { isPerson } from './kinds/person.ts';
import { placeOf, valueAt, type JsonObject } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import { isRepeatPage, type DocumentRule, type Spared } from './procedure.ts';

export interface NeededDocument {
  /** Rule id, with the item's number where there is one document for each: 'holder-id-2'. */
  id: string;
  rule: string;
  title: Text;
  note: Text | null;
  /** Last day it may follow, 'YYYY-MM-DD'; null when it may not follow. */
  dueOn: string | null;
  /** The due day rests on a calendar that is not published yet. */
  provisional: boolean;
  /** What may be declared instead of handing it in; null: it must be handed in. */
  mayDeclare: Text | null;
  /** Records that spare it, with the answers that must be theirs; of one item's document, the item's own. */
  sparedBy: Spared[];
  accepts: string[];
  maxPages: number;
}

/** The documents these answers call for, in the order of the procedure. */
export function neededDocuments(
  prepared: Prepared,
  answers: JsonObject,
  today: string,
  calendar: Calendar,
): NeededDocument[] {
  return prepared.procedure.documents.flatMap((rule) =>
    neededBy(rule, prepared, answers).map((needed) => ({
      ...needed,
      rule: rule.id,
      note: rule.note ?? null,
      mayDeclare: rule.mayDeclare ?? null,
      accepts: rule.accepts,
      maxPages: mostPages(rule),
      ...dueOf(rule, today, calendar),
    })),
  );
}

/** A picture is one page: only a PDF has more. */
function mostPages({ accepts, maxPages = PAGES }: DocumentRule): number {
  return accepts.includes('application/pdf') ? maxPages : 1;
}

type Named = Pick<NeededDocument, 'id' | 'title' | 'sparedBy'>;

function neededBy(rule: DocumentRule, prepared: Prepared, answers: JsonObject): Named[] {
  if (rule.each !== undefined) return neededByItems(rule, rule.each, prepared, answers);
  const { id, title } = rule;
  return prepared.holds(rule.requiredWhen, answers) ? [{ id, title, sparedBy: sparesOf(rule, null) }] : [];
}

/** One for each item that calls for it; the number is the item's, whichever others do not. */
function neededByItems(rule: DocumentRule, list: string, prepared: Prepared, answers: JsonObject): Named[] {
  const items = valueAt(answers, list);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) => {
    if (!prepared.holds(rule.requiredWhen, { ...answers, item })) return [];
    const name = nameOf(item, namesOf(list, prepared));
    const id = `${rule.id}-${index + 1}`;
    return [{ id, title: titled(rule.title, name), sparedBy: sparesOf(rule, index) }];
  });
}

function sparesOf({ sparedBy = [] }: DocumentRule, item: number | null): Spared[] {
  return sparedBy.map(({ record, keeping }) => ({
    record,
    keeping: keeping.map((place) => placeOf(place, item)),
  }));
}

function titled(title: Text, name: string): Text {
  if (name === '') return title;
  return { 'zh-CN': `${title['zh-CN']}（${name}）`, en: `${title.en} (${name})` };
}

/** Where the page of a list finds what its items are called. */
function namesOf(list: string, { procedure }: Prepared): string[] {
  return procedure.pages.filter(isRepeatPage).find(({ repeat }) => repeat === list)?.names ?? [];
}

/** What an item goes by: a person's name, or the text itself; '' while it has none. */
function nameOf(item: Json, names: string[]): string {
  const found = names.map((place) => valueAt(item, place)).find((value) => value !== undefined);
  if (isPerson(found)) return found.name;
  return typeof found === 'string' ? found : '';
}

function dueOf(
  rule: DocumentRule,
  today: string,
  calendar: Calendar,
): { dueOn: string | null; provisional: boolean } {
  if (rule.mayFollow === undefined) return { dueOn: null, provisional: false };
  const due = addWorkingDays(today, rule.mayFollow.workingDays, calendar);
  return { dueOn: due.on, provisional: due.provisional };
}
