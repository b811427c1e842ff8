// Made-up answers, one for every kind of question: invented people and numbers whose check digits are right.
import type { RawAnswer } from '../../domain/contract/answers.ts';
import { addDays } from '../../domain/calendar-day.ts';
import { checkCreditCode } from '../../domain/identifiers/credit-code.ts';
import { NAME_LISTS, OFFERED_DIVISIONS } from '../../domain/identifiers/enterprise-name-lists.ts';
import { checkResidentId } from '../../domain/identifiers/resident-id.ts';
import type { QuestionContext } from '../../domain/procedure/kinds/kind.ts';
import type { Kind } from '../../domain/procedure/procedure.ts';
import type { Dice } from './dice.ts';

type Make = (context: QuestionContext, dice: Dice) => RawAnswer;

const SURNAMES = [...'杨罗王李张刘陈吴周徐孙胡朱高林何郭马'];
const GIVEN = ['雨禾', '清源', '远山', '思齐', '若水', '知行', '安然', '景明', '子衿', '嘉树'];
const DIVISIONS = ['520102', '520103', '520111', '520112', '520113', '520115'];

function nameOf(dice: Dice): string {
  return dice.pick(SURNAMES) + dice.pick(GIVEN);
}

function digits(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => dice.below(10)).join('');
}

function completed(start: string, ends: readonly string[], isRight: (whole: string) => boolean): string {
  const end = ends.find((candidate) => isRight(start + candidate));
  if (end === undefined) throw new Error('no check character fits');
  return start + end;
}

/** Of somebody between 25 and 60. */
function residentIdOf({ today }: QuestionContext, dice: Dice): string {
  const year = Number(today.slice(0, 4)) - 25 - dice.below(35);
  const day = `${String(1 + dice.below(12)).padStart(2, '0')}${String(1 + dice.below(28)).padStart(2, '0')}`;
  const start = `${dice.pick(DIVISIONS)}${year}${day}${String(1 + dice.below(900)).padStart(3, '0')}`;
  return completed(start, [...'0123456789X'], (id) => checkResidentId(id, today).problems.length === 0);
}

const CODE_CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** Of a company or of a sole proprietor: 91 or 92. */
function creditCodeOf(dice: Dice): string {
  const start = `9${dice.pick(['1', '1', '2'])}${dice.pick(DIVISIONS)}MA${digits(dice, 6)}`;
  const ends = [...'0123456789X'].flatMap((own) => CODE_CHARACTERS.map((last) => own + last));
  return completed(start, ends, (code) => checkCreditCode(code).problems.length === 0);
}

function someOf({ question, options }: QuestionContext, dice: Dice): string[] {
  const least = Math.max(1, question.min ?? 1);
  const most = Math.min(question.max ?? options.length, options.length, least + 2);
  const wanted = least + dice.below(Math.max(1, most - least + 1));
  const left = options.map(({ value }) => value);
  return Array.from({ length: Math.min(wanted, left.length) }, () => {
    const [taken = ''] = left.splice(dice.below(left.length), 1);
    return taken;
  });
}

/** Amounts in the unit of the question; round ones often add up. */
const AMOUNTS = ['10', '20', '30', '50', '100', '200'];

function dateOf({ question, today }: QuestionContext, dice: Dice): RawAnswer {
  const years = question.suggestYears;
  const ahead =
    years === undefined
      ? dice.pick([-4000, -900, -400, -90, -60, -20, -5, 0, 5, 20, 60, 200])
      : years * 365 - 30;
  const [year = '', month = '', day = ''] = addDays(today, ahead).split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

const LINES: Record<string, string> = {
  postcode: '550001',
  phone: '0851-85961234',
  email: 'someone@example.com',
};

function lineOf({ question }: QuestionContext): string {
  const line = LINES[question.check ?? ''];
  if (line !== undefined) return line;
  const made = '蔡家街 26 号 3 单元'.padEnd(question.min ?? 0, '甲');
  return [...made]
    .slice(0, question.max ?? made.length)
    .join('')
    .trim();
}

/** Somebody known already, or somebody new where that may be. */
function personOf(context: QuestionContext, dice: Dice): RawAnswer {
  const { people, question } = context;
  if (people.length > 0 && (question.others === false || dice.below(3) > 0))
    return { known: dice.pick(people).at };
  return { name: nameOf(dice), residentId: residentIdOf(context, dice), mobile: `139${digits(dice, 8)}` };
}

function optionOf({ options }: QuestionContext, dice: Dice): string {
  return options.length === 0 ? '' : dice.pick(options).value;
}

const makers: Record<Kind, Make> = {
  text: lineOf,
  'person-name': (_, dice) => nameOf(dice),
  'enterprise-name': ({ question }, dice) => ({
    division: dice.pick([...OFFERED_DIVISIONS]),
    tradeName: dice.pick(['黔程', '云开', '溪山', '晴岚', '甲秀']),
    industry: dice.pick(NAME_LISTS.industryWords),
    form: dice.pick(NAME_LISTS.forms[question.enterprise ?? 'llc']),
    order: 'division-first',
  }),
  'resident-id': residentIdOf,
  'credit-code': (_, dice) => creditCodeOf(dice),
  mobile: (_, dice) => `138${digits(dice, 8)}`,
  choice: optionOf,
  choices: someOf,
  pick: someOf,
  tick: () => 'yes',
  money: (_, dice) => dice.pick(AMOUNTS),
  number: ({ question: { min = 1, max = min + 20 } }, dice) =>
    String(min + dice.below(Math.min(40, max - min + 1))),
  date: dateOf,
  person: personOf,
  people: ({ people, question }) => people.slice(0, Math.max(question.min ?? 1, 2)).map(({ at }) => at),
  address: (context, dice) => ({ area: optionOf(context, dice), detail: '蔡家街 26 号 3 单元 5 层 2 号' }),
};

/** One plausible answer to a question, as a screen would send it. */
export function madeUp(context: QuestionContext, dice: Dice): RawAnswer {
  return makers[context.question.as](context, dice);
}
