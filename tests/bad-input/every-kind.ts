// A matter that asks one of everything, a question a page: for tests of what a person sees who answers it badly.
import { same, text, type Text } from '../../domain/contract/text.ts';
import type { Page, Procedure, Question } from '../../domain/procedure/procedure.ts';
import { libraryCard } from '../builders/library-card.ts';
import { grounds, option } from '../builders/procedure.ts';

const words = { type: 'string', minLength: 1, maxLength: 200 };
const amount = { type: 'integer', minimum: 1 };
const some = { type: 'array', items: words };
const person = {
  type: 'object',
  required: ['name', 'residentId', 'mobile'],
  additionalProperties: false,
  properties: { name: words, residentId: words, mobile: words },
};
const enterprise = {
  type: 'object',
  properties: { division: words, tradeName: words, industry: words, form: words, order: words, full: words },
};

const OPTIONS = [option('red'), option('green'), option('blue')];

/** The question that a page asks, without its place and its words. */
type Asks = Omit<Question, 'at' | 'label'>;

/** Name of the page, which is also that of the answer → what it asks. */
export const ASKED = {
  line: { as: 'text', min: 2, max: 20 },
  postcode: { as: 'text', check: 'postcode' },
  phone: { as: 'text', check: 'phone' },
  email: { as: 'text', check: 'email' },
  credit: { as: 'credit-code' },
  choice: { as: 'choice', options: OPTIONS },
  choices: { as: 'choices', options: OPTIONS, min: 2, max: 2 },
  pick: { as: 'pick', options: OPTIONS, min: 1, max: 2 },
  tick: { as: 'tick' },
  money: { as: 'money', unit: 'yuan', max: 100_000_000 },
  count: { as: 'number', min: 1, max: 5 },
  date: { as: 'date' },
  person: { as: 'person', people: ['/reader'] },
  officer: { as: 'person', people: ['/reader'], others: false },
  people: { as: 'people', people: ['/reader', '/person'], min: 2 },
  one: { as: 'people', people: ['/reader', '/person'], max: 1 },
  address: { as: 'address', options: grounds(), max: 40 },
  company: { as: 'enterprise-name', enterprise: 'llc' },
  stall: { as: 'enterprise-name', enterprise: 'sole-proprietor' },
  cooperative: { as: 'enterprise-name', enterprise: 'cooperative' },
} satisfies Record<string, Asks>;

export type AskedPage = keyof typeof ASKED;

const READER = {
  name: { as: 'person-name' },
  residentId: { as: 'resident-id' },
  mobile: { as: 'mobile' },
} as const satisfies Record<string, Asks>;

const SHAPES: Record<AskedPage, object> = {
  line: words,
  postcode: words,
  phone: words,
  email: words,
  credit: words,
  choice: { enum: ['red', 'green', 'blue'] },
  choices: some,
  pick: some,
  tick: { const: true },
  money: amount,
  count: amount,
  date: words,
  person,
  officer: person,
  people: { type: 'array', items: person },
  one: { type: 'array', items: person },
  address: { type: 'object', properties: { area: words, detail: words } },
  company: enterprise,
  stall: enterprise,
  cooperative: enterprise,
};

/** Page and question are called alike, in letters that every language of the screen can show. */
function called(name: string): Text {
  return text(`第${name}项`, `Part ${name}`);
}

function page(name: string, at: string, asks: Asks): Page {
  const label = called(name);
  return { id: name.toLowerCase(), stage: 'reader', title: label, questions: [{ at, label, ...asks }] };
}

const helpers: Page = {
  id: 'helpers',
  stage: 'reader',
  title: called('helpers'),
  repeat: '/helpers',
  min: 1,
  max: 2,
  item: text('帮手', 'helper'),
  names: ['/name'],
  shows: [],
  pages: [
    {
      id: 'helper',
      title: called('helper'),
      questions: [{ at: '/helpers/*/name', as: 'person-name', label: called('helper') }],
    },
  ],
};

export const everyKind: Procedure = {
  ...libraryCard,
  id: 'every-kind',
  title: text('各种问题', 'One of everything'),
  answers: {
    type: 'object',
    additionalProperties: false,
    properties: {
      reader: person,
      ...SHAPES,
      helpers: { type: 'array', items: { type: 'object', properties: { name: words } } },
      delivery: { enum: ['courier', 'counter'] },
    },
  },
  pages: [
    ...Object.entries(READER).map(([name, asks]) => page(name, `/reader/${name}`, asks)),
    ...Object.entries(ASKED).map(([name, asks]) => page(name, `/${name}`, asks)),
    helpers,
    ...libraryCard.pages.filter(({ id }) => id === 'delivery'),
  ],
  documents: [],
  tasks: libraryCard.tasks.map((task) => ({ ...task, sees: ['/reader'] })),
  declaration: { version: '2026.1', text: [same('…')] },
};
