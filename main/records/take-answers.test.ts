import { describe, expect, it } from 'vitest';
import { preparedLibraryCard } from '../../tests/builders/library-card.ts';
import { lendingCard } from '../../tests/builders/lending-card.ts';
import type { Prefill } from '../../domain/procedure/procedure.ts';
import { newDraft, type Draft } from '../sessions/draft.ts';
import { dropAnswers, takeAnswers } from './take-answers.ts';

const TODAY = '2026-11-24';
const prepared = preparedLibraryCard(lendingCard);
const [card] = lendingCard.prefill as [Prefill];
const draft = newDraft(prepared, 'draft', new Date('2026-11-24T02:00:00Z'));
const yang = { name: '杨雨禾', residentId: '520102199003070014' };

const taken = (record: { [key: string]: string }, before: Draft = draft) =>
  takeAnswers(before, card, record, TODAY, TODAY);

it('takes each answer with its source', () => {
  const { answers, sources } = taken(yang);
  expect(answers).toEqual({ reader: yang });
  expect(sources).toEqual([
    { place: '/reader/name', source: 'id-card', on: TODAY },
    { place: '/reader/residentId', source: 'id-card', on: TODAY },
  ]);
});

it('leaves what the citizen answered already', () => {
  const answered = { ...draft, answers: { reader: { name: '石映山' } } };
  expect(taken(yang, answered).answers).toEqual({ reader: { name: '石映山', residentId: yang.residentId } });
});

describe('does not take', () => {
  it.each([
    [
      'a number that is wrong',
      { ...yang, residentId: '520102199003070015' },
      { reader: { name: yang.name } },
    ],
    [
      'a name that nobody can see',
      { ...yang, name: '杨\u200b雨禾' },
      { reader: { residentId: yang.residentId } },
    ],
    [
      'a name from a private part of the character set',
      { ...yang, name: '杨\ue863' },
      { reader: { residentId: yang.residentId } },
    ],
    [
      'a name in another form than it is kept in',
      { ...yang, name: ' 杨雨禾' },
      { reader: { residentId: yang.residentId } },
    ],
    ['what is not there', {}, {}],
  ])('%s', (_what, record, answers) => {
    expect(taken(record).answers).toEqual(answers);
  });

  it('an answer at a place where nothing is asked', () => {
    const nowhere = { ...card, into: { '/reader/shoeSize': '/name' } };
    expect(takeAnswers(draft, nowhere, yang, TODAY, TODAY)).toEqual(draft);
  });
});

it('drops what a record said, and nothing that the citizen did', () => {
  const both = { ...taken(yang), answers: { reader: { ...yang, mobile: '13800138000' } } };
  expect(dropAnswers(both, card)).toEqual({ ...draft, answers: { reader: { mobile: '13800138000' } } });
});
