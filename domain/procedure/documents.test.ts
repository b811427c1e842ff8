import { describe, expect, it } from 'vitest';
import { luo } from '../../tests/builders/people.ts';
import { dogLicence, prepared, told } from '../../tests/builders/procedure.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { neededDocuments } from './documents.ts';
import type { JsonObject } from './pointer.ts';

const calendar: Calendar = {
  source: 'invented',
  years: [2026],
  holidays: ['2026-01-01'],
  workedWeekends: [],
};

const answers: JsonObject = {
  purpose: 'guard',
  dogs: [
    { name: '黑子', size: 'large', keeper: { ...luo } },
    { size: 'small' },
    { name: '大黄', size: 'large' },
  ],
};

function needed(given: JsonObject, today = '2026-11-24', days: Calendar = calendar) {
  return neededDocuments(prepared(), given, today, days);
}

describe('the documents an application needs', () => {
  it('are one for each item, and of some items only', () => {
    expect(needed(answers).map(({ id, title }) => [id, title.en])).toEqual([
      ['photo-1', 'Photo of the dog (黑子)'],
      ['photo-2', 'Photo of the dog'],
      ['photo-3', 'Photo of the dog (大黄)'],
      ['keeper-consent-1', 'The keeper’s consent (黑子)'],
      ['keeper-consent-3', 'The keeper’s consent (大黄)'],
      ['site-proof', 'Proof of the site'],
    ]);
  });

  it('depend on the answers', () => {
    expect(needed({ purpose: 'pet', dogs: [] })).toEqual([]);
    expect(needed({}).map(({ id }) => id)).toEqual([]);
  });

  it('are called by the person where an item is one', () => {
    const pages = dogLicence().pages.map((page) =>
      'repeat' in page ? { ...page, names: ['/keeper', '/name'] } : page,
    );
    const [first] = neededDocuments(prepared(dogLicence({ pages })), answers, '2026-11-24', calendar);
    expect(first?.title).toEqual(told('狗的照片（罗清源）', 'Photo of the dog (罗清源)'));
    expect(JSON.stringify(first)).not.toContain(luo.residentId);
  });

  it('may follow by a working day, or must be there before', () => {
    const due = Object.fromEntries(
      needed(answers).map(({ rule, dueOn, provisional }) => [rule, [dueOn, provisional]]),
    );
    expect(due).toEqual({
      photo: ['2026-11-25', false],
      'keeper-consent': [null, false],
      'site-proof': [null, false],
    });
  });

  it('are due on a day that is provisional where the calendar ends', () => {
    expect(needed(answers, '2026-12-30')[0]).toMatchObject({ dueOn: '2026-12-31', provisional: false });
    expect(needed(answers, '2026-12-31')[0]).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    expect(needed(answers, '2026-11-24', { ...calendar, years: [] })[0]).toMatchObject({ provisional: true });
  });
});
