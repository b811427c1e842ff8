// The library card of somebody whom the departments know: the card gives who they are, records the rest.
import { text } from '../../domain/contract/text.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { libraryCard } from './library-card.ts';

const WHY = text('少填几项。', 'Fewer things to fill in.');

export const lendingCard: Procedure = {
  ...libraryCard,
  prefill: [
    {
      record: 'id-card',
      by: '/reader/residentId',
      into: { '/reader/name': '/name', '/reader/residentId': '/residentId' },
      consent: false,
      why: WHY,
    },
    {
      record: 'population',
      by: '/reader/residentId',
      into: { '/reader/mobile': '/mobile' },
      consent: true,
      why: WHY,
    },
    {
      record: 'premises',
      by: '/reader/residentId',
      into: { '/address': '/address/detail' },
      consent: true,
      why: WHY,
    },
  ],
};

const [readerPage, ...otherPages] = libraryCard.pages;
const words = { type: 'string', minLength: 1, maxLength: 60 };

/** The library card of a company: what the register of enterprises knows about it is not asked. */
export const firmCard: Procedure = {
  ...lendingCard,
  id: 'firm-library-card',
  answers: {
    ...libraryCard.answers,
    required: ['reader', 'firm', 'delivery'],
    properties: {
      ...(libraryCard.answers as { properties: object }).properties,
      firm: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'name'],
        properties: { code: { type: 'string', format: 'credit-code' }, name: words, head: words },
      },
    },
  },
  pages: [
    ...(readerPage === undefined ? [] : [readerPage]),
    {
      id: 'firm-code',
      stage: 'reader',
      title: text('哪家公司', 'Which company'),
      questions: [{ at: '/firm/code', as: 'credit-code', label: text('统一社会信用代码', 'Credit code') }],
    },
    {
      id: 'firm-name',
      stage: 'reader',
      title: text('公司叫什么', 'What it is called'),
      questions: [{ at: '/firm/name', as: 'text', label: text('公司名称', 'Name'), max: 60 }],
    },
    ...otherPages,
  ],
  prefill: [
    {
      record: 'enterprise',
      by: '/firm/code',
      into: { '/firm/name': '/name' },
      consent: false,
      why: WHY,
    },
  ],
};

/** A company among the records of a demonstration, and another. */
export const FIRM = { code: '91520103MA6D00018H', name: '贵阳黔程信息科技有限公司' };
export const OTHER_FIRM = { code: '91520102MA6E00019Q', name: '贵阳清源餐饮管理有限公司' };
