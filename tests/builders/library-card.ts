// A small matter of its own for tests of the platform: a library card. It has everything that intake judges: a hidden
// answer, a document that may follow, a task that waits for another.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { same, text } from '../../domain/contract/text.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { newCompileSchema } from '../../lib/schema.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const words = { type: 'string', minLength: 1, maxLength: 60 };

export const libraryCard: Procedure = {
  format: 1,
  id: 'library-card',
  version: '2026.1',
  title: text('办理读者证', 'Apply for a library card'),
  summary: text('在市图书馆借书。', 'Borrow books from the city library.'),
  occasion: { id: 'daily-life', title: text('日常生活', 'Daily life') },
  audience: ['citizen'],
  division: '520100',
  identity: { name: '/reader/name', number: '/reader/residentId', mobile: '/reader/mobile' },
  guide: { facts: [{ title: text('费用', 'Fee'), value: text('免费', 'None') }], bring: [], spared: [] },
  stages: [{ id: 'reader', title: text('读者', 'The reader') }],
  answers: {
    type: 'object',
    required: ['reader', 'delivery'],
    additionalProperties: false,
    properties: {
      reader: {
        type: 'object',
        required: ['name', 'residentId', 'mobile'],
        additionalProperties: false,
        properties: {
          name: words,
          residentId: { type: 'string', format: 'resident-id' },
          mobile: { type: 'string', format: 'cn-mobile' },
        },
      },
      delivery: { enum: ['courier', 'counter'] },
      address: words,
    },
  },
  catalogues: {},
  pages: [
    {
      id: 'reader',
      stage: 'reader',
      title: text('您是谁', 'Who you are'),
      questions: [
        { at: '/reader/name', as: 'person-name', label: text('姓名', 'Name') },
        { at: '/reader/residentId', as: 'resident-id', label: text('身份证号码', 'Identity number') },
        { at: '/reader/mobile', as: 'mobile', label: text('手机号码', 'Mobile number') },
      ],
    },
    {
      id: 'delivery',
      stage: 'reader',
      title: text('怎么取证', 'How to get the card'),
      questions: [
        {
          at: '/delivery',
          as: 'choice',
          label: text('取证方式', 'Delivery'),
          options: [
            { value: 'courier', label: text('邮寄', 'By courier') },
            { value: 'counter', label: text('窗口', 'At the counter') },
          ],
        },
      ],
    },
    {
      id: 'address',
      stage: 'reader',
      title: text('寄到哪里', 'Where to send it'),
      showWhen: { type: 'object', required: ['delivery'], properties: { delivery: { const: 'courier' } } },
      questions: [{ at: '/address', as: 'text', label: text('地址', 'Address') }],
    },
  ],
  rules: [],
  documents: [
    {
      id: 'photo',
      title: text('照片', 'Photograph'),
      mayFollow: { workingDays: 1 },
      accepts: ['image/jpeg'],
    },
  ],
  prefill: [],
  declaration: { version: '2026.1', text: [text('以上内容属实。', 'All of this is true.')] },
  tasks: [
    {
      id: 'card',
      title: text('制证', 'Make the card'),
      department: 'market-regulation',
      promised: 1,
      statutory: 3,
      sees: ['/reader'],
    },
    {
      id: 'courier',
      title: text('寄递', 'Send it'),
      department: 'service-center',
      after: ['card'],
      promised: 1,
      statutory: 2,
      sees: ['/delivery', '/address'],
    },
  ],
  outcome: {
    certificate: 'library-card',
    next: [same('…')],
    delivery: ['courier', 'counter'],
    deliveryAt: '/delivery',
  },
};

export function preparedLibraryCard(procedure: Procedure = libraryCard): Prepared {
  return prepare(procedure, [], newCompileSchema());
}

/** What somebody answered who wants the card sent home. */
export function readerAnswers(): JsonObject {
  return {
    reader: { name: '杨雨禾', residentId: '520102199003070014', mobile: '13800138000' },
    delivery: 'courier',
    address: '贵阳市云岩区蔡家街 26 号',
  };
}

/** Writes procedures into a folder, with the calendar and the ratings that are shipped. */
export function writeProcedures(folder: string, ...procedures: Procedure[]): string {
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'procedures', 'calendar'), join(folder, 'calendar'), { recursive: true });
  cpSync(join(ROOT, 'procedures', 'ratings'), join(folder, 'ratings'), { recursive: true });
  mkdirSync(join(folder, 'catalogues'), { recursive: true });
  for (const procedure of procedures)
    writeFileSync(join(folder, `${procedure.id}@${procedure.version}.json`), JSON.stringify(procedure));
  return folder;
}
