// How each kind of question is answered on the screen, from the answer it should end with.
import type { Locator } from 'playwright';
import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { Locale, Text } from '../../domain/contract/text.ts';
import { maskResidentId } from '../../domain/identifiers/resident-id.ts';
import { asList, asRecord, asString } from '../../domain/procedure/kinds/kind.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import { isPerson } from '../../domain/procedure/kinds/person.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Question } from '../../domain/procedure/procedure.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';
import { texts } from '../../renderer/text/texts.ts';
import { said } from '../../ui/said.ts';
import { answerAddress } from './answer-address.ts';
import type { Hand } from './hand.ts';

/** One question on the screen, and what it should be answered with. */
export interface Asked {
  /** Its part of the page. */
  part: Locator;
  question: Question;
  value: Json;
  hand: Hand;
  locale: Locale;
  prepared: Prepared;
}

type Answer = (asked: Asked, raw: RawAnswer) => Promise<void>;

/** A row is called by its label and its note, as it is read out. */
function rowName({ prepared, question, locale }: Asked, value: string): string {
  const option = prepared.optionsOf(question).find((candidate) => candidate.value === value);
  if (option === undefined) throw new Error(`${question.at} has no option ${value}`);
  return [option.label, option.note]
    .flatMap((words) => (words === undefined ? [] : said(words, locale)))
    .join(' ');
}

/** Exactly this name. The browser's side writes ’ as ' when it compares names, so either will do. */
function called(name: string): RegExp {
  const literally = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/['’]/g, "['’]");
  return new RegExp(`^${literally}$`);
}

function radio({ part }: Pick<Asked, 'part'>, name: string): Locator {
  return part.getByRole('radio', { name: called(name) });
}

function checkbox({ part }: Pick<Asked, 'part'>, name: string): Locator {
  return part.getByRole('checkbox', { name: called(name) });
}

function box({ part, locale }: Pick<Asked, 'part' | 'locale'>, label: Text): Locator {
  return part.getByRole('textbox', { name: said(label, locale), exact: true });
}

/** What stands there already, from a record or because it is usual, is not typed again. */
async function line({ hand, part }: Asked, raw: RawAnswer): Promise<void> {
  const field = part.getByRole('textbox');
  const bare = (words: string) => words.replaceAll(/\s/g, '');
  if (bare(await field.inputValue()) !== bare(asString(raw))) await hand.type(field, asString(raw));
}

const choice: Answer = (asked, raw) => asked.hand.choose(radio(asked, rowName(asked, asString(raw))));

const tick: Answer = ({ hand, part }) => hand.tick(part.getByRole('checkbox'));

/** What is ticked because it is usual, and not wanted, is unticked. */
async function choices(asked: Asked, raw: RawAnswer): Promise<void> {
  const wanted = new Set(asList(raw));
  for (const { value } of asked.prepared.optionsOf(asked.question)) {
    const box = checkbox(asked, rowName(asked, value));
    if ((await box.count()) === 0 || (await box.isChecked()) === wanted.has(value)) continue;
    await asked.hand.tick(box, wanted.has(value));
  }
}

/** As many letters of a word as people type before they look. */
const FIRST_LETTERS = 4;

/** Searches for each entry of a long catalogue: by its pinyin initials, in English by the beginning of its name. */
async function pick(asked: Asked, raw: RawAnswer): Promise<void> {
  const { hand, part, question, prepared, locale } = asked;
  const field = part.getByRole('textbox');
  for (const value of asList(raw)) {
    const found = prepared.optionsOf(question).find((option) => option.value === value);
    const label = found === undefined ? value : said(found.label, locale);
    const [initials = label] = (locale === 'en' ? label : (found?.search ?? label)).split(' ');
    await hand.type(field, initials.slice(0, FIRST_LETTERS));
    const row = checkbox(asked, rowName(asked, value));
    // Where too much begins alike, the whole of it is typed.
    if ((await row.count()) === 0) await hand.type(field, label);
    await hand.tick(row);
  }
}

async function date(asked: Asked, raw: RawAnswer): Promise<void> {
  const { year = '', month = '', day = '' } = asRecord(raw);
  await asked.hand.type(box(asked, texts.year), year);
  await asked.hand.type(box(asked, texts.month), month);
  await asked.hand.type(box(asked, texts.day), day);
}

async function enterpriseName(asked: Asked, raw: RawAnswer): Promise<void> {
  const { hand, part, locale } = asked;
  const { division = '', tradeName = '', industry = '', form = '', order = '' } = asRecord(raw);
  const combo = (label: Text) => part.getByRole('combobox', { name: said(label, locale), exact: true });
  await hand.pick(combo(texts.nameDivision), division);
  await hand.type(box(asked, texts.nameTrade), tradeName);
  await hand.pick(combo(texts.nameIndustry), industry);
  await hand.pick(combo(texts.nameForm), form);
  const where = order === 'division-first' ? texts.nameOrderFirst : texts.nameOrderBrackets;
  await hand.choose(radio(asked, said(where, locale)));
}

/** Whoever is listed is chosen, not typed again. */
async function person(asked: Asked): Promise<void> {
  const { hand, part, value, locale } = asked;
  if (!isPerson(value)) throw new Error(`${asked.question.at} wants a person`);
  const listed = radio(asked, `${value.name} ${maskResidentId(value.residentId)}`);
  if ((await listed.count()) > 0) return hand.choose(listed);
  if ((await part.getByRole('radio').count()) > 0)
    await hand.choose(
      radio(asked, `${said(texts.somebodyElse, locale)} ${said(texts.somebodyElseNote, locale)}`),
    );
  await hand.type(box(asked, texts.personName), value.name);
  await hand.type(box(asked, texts.personId), value.residentId);
  await hand.type(box(asked, texts.personMobile), value.mobile);
}

async function people(asked: Asked): Promise<void> {
  const wanted = Array.isArray(asked.value) ? asked.value.filter(isPerson) : [];
  for (const { name, residentId } of wanted)
    await asked.hand.tick(checkbox(asked, `${name} ${maskResidentId(residentId)}`));
}

const ANSWERS: Record<Question['as'], Answer> = {
  text: line,
  'resident-id': line,
  'credit-code': line,
  mobile: line,
  number: line,
  money: line,
  date,
  choice,
  choices,
  tick,
  pick,
  person,
  people,
  'person-name': line,
  'enterprise-name': enterpriseName,
  address: answerAddress,
};

export async function answerQuestion(asked: Asked): Promise<void> {
  const { question, value } = asked;
  const raw = kinds[question.as].raw(value, { question, options: [], people: [], today: '' });
  await ANSWERS[question.as](asked, raw);
}
