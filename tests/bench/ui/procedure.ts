// The sixty fields as a matter of the kiosk: the same kinds, labels and rules as the peers ask, so many to a page.
import { text } from '../../../domain/contract/text.ts';
import type { Page, Procedure, Question } from '../../../domain/procedure/procedure.ts';
import { pagesOf, SIXTY_FIELDS, titleOf, type Field } from './sixty-fields.ts';

const STAGE = 'shop';

/** What each kind is stored as; its own rules are the kiosk's. */
function schemaOf({ as, options }: Field): object {
  if (as === 'choice') return { enum: options?.map(({ value }) => value) ?? [] };
  if (as === 'money' || as === 'number') return { type: 'integer', minimum: 0 };
  if (as === 'resident-id') return { type: 'string', format: 'resident-id' };
  return { type: 'string', minLength: 1, maxLength: 200 };
}

function questionOf({ id, as, zh, en, options, max, min, check }: Field): Question {
  return {
    at: `/${id}`,
    as,
    label: text(zh, en),
    ...(options === undefined
      ? {}
      : { options: options.map((option) => ({ value: option.value, label: text(option.zh, option.en) })) }),
    ...(as === 'money' ? { unit: 'yuan' as const } : {}),
    ...(max === undefined ? {} : { max }),
    ...(min === undefined ? {} : { min }),
    ...(check === undefined ? {} : { check }),
  };
}

function pageOf(fields: Field[], page: number): Page {
  const { zh, en } = titleOf(page);
  return {
    id: `page-${page + 1}`,
    stage: STAGE,
    title: text(zh, en),
    questions: fields.map(questionOf),
  };
}

export function procedureId(perPage: number): string {
  return `sixty-fields-by-${perPage}`;
}

/** A procedure of sixty questions, so many to a page; the format allows eight. */
export function sixtyQuestions(perPage: number): Procedure {
  return {
    format: 1,
    id: procedureId(perPage),
    version: '2026.1',
    title: text('开一家面馆', 'Open a noodle shop'),
    summary: text('六十个问题。', 'Sixty questions.'),
    occasion: { id: 'bench', title: text('测量', 'Measurement') },
    audience: ['citizen'],
    division: '520100',
    identity: { name: '/name', number: '/residentId', mobile: '/mobile' },
    guide: { facts: [{ title: text('费用', 'Fee'), value: text('免费', 'None') }], bring: [], spared: [] },
    stages: [{ id: STAGE, title: text('面馆', 'The shop') }],
    answers: {
      type: 'object',
      required: SIXTY_FIELDS.map(({ id }) => id),
      additionalProperties: false,
      properties: Object.fromEntries(SIXTY_FIELDS.map((field) => [field.id, schemaOf(field)])),
    },
    catalogues: {},
    pages: pagesOf(perPage).map(pageOf),
    rules: [],
    documents: [],
    prefill: [],
    declaration: { version: '2026.1', text: [text('以上内容属实。', 'All of this is true.')] },
    tasks: [
      {
        id: 'licence',
        title: text('发证', 'Issue the licence'),
        department: 'market-regulation',
        promised: 1,
        statutory: 3,
        sees: SIXTY_FIELDS.map(({ id }) => `/${id}`),
      },
    ],
    outcome: {
      certificate: 'business-licence',
      next: [text('等待发证。', 'Wait for the licence.')],
      delivery: ['courier', 'counter'],
      deliveryAt: '/delivery',
    },
  };
}
