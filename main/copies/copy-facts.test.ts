// What a full copy says, before it is laid out.
import { expect, it } from 'vitest';
import { copyFactsWith, finishedWith } from '../../tests/builders/finished.ts';
import { llcAnswers } from '../../tests/builders/llc-application.ts';
import { luo, yang } from '../../tests/builders/people.ts';
import { copyWords } from './copy-words.ts';

const facts = copyFactsWith(finishedWith(llcAnswers()));

function section(zh: string, from = facts) {
  const found = from.sections.find(({ title }) => title['zh-CN'] === zh);
  if (found === undefined) throw new Error(`no section ${zh}`);
  return found;
}

function row(label: string, from = facts) {
  const rows = from.sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  return rows.find((one) => one.label['zh-CN'] === label);
}

it('has the stages of the procedure, in its order, with every answer in words', () => {
  expect(facts.sections.map(({ title }) => title.en)).toEqual([
    'Who you are',
    'Company name',
    'Premises and business',
    'Shareholders and capital',
    'Officers and articles',
    'Licence and delivery',
  ]);
  expect(row('住所')?.value?.['zh-CN']).toBe('贵州省贵阳市云岩区毓秀路街道蔡家街 26 号 3 单元 5 层 2 号');
  expect(row('注册资本')?.value?.['zh-CN']).toBe('100.00 万元');
  expect(row('领取方式')?.value?.en).toBe('By courier, free of charge');
});

it('names the people of a list one by one', () => {
  const { groups } = section('股东与出资');
  expect(groups.map(({ title }) => title?.['zh-CN'] ?? null)).toEqual([null, '股东 1', '股东 2', null]);
  const holders = groups.flatMap(({ rows }) =>
    rows.filter(({ label }) => label['zh-CN'] === '股东').map(({ value }) => value?.['zh-CN']),
  );
  expect(holders).toEqual([`${yang.name} 5201**********0014`, `${luo.name} 5201**********1237`]);
});

it('holds no whole identity or mobile number', () => {
  const said = JSON.stringify(facts);
  for (const secret of [yang.residentId, yang.mobile, luo.residentId, luo.mobile])
    expect(said).not.toContain(secret);
});

it('says of an answer where it comes from, and who typed it', () => {
  const attended = { staff: '520103-0007', name: '周敏', entered: ['/company/name'] };
  const helped = copyFactsWith(finishedWith(llcAnswers(), { attended }));
  expect(helped.helpedBy).toBe('周敏');
  expect(row('姓名', helped)?.notes.map((note) => note.en)).toEqual(['From the identity card']);
  const company = section('公司名称', helped).groups.flatMap(({ rows }) => rows);
  expect(company[0]?.notes).toEqual([copyWords.enteredByStaff]);
  expect(row('手机号码', helped)?.notes).toEqual([]);
});

it('says of every document how it is dealt with, and what was promised instead of one', () => {
  const states = facts.documents.map(
    ({ says, isToFollow }) => `${isToFollow ? 'open' : 'settled'} ${says.en}`,
  );
  expect(states).toContain('settled Handed in, 3 pages');
  expect(states).toContainEqual(expect.stringMatching(/^open By \d+ \w+ 2026$/));
  const promises = facts.documents.flatMap(({ promise }) => (promise === null ? [] : [promise['zh-CN']]));
  expect(promises).toEqual([expect.stringContaining('承诺不实的')]);
});

it('names each department once, and the application that it mends', () => {
  expect(facts.departments.map(({ en }) => en)).toEqual([
    'Market Regulation Bureau',
    'Public Security Bureau',
    'Government Service Center',
  ]);
  expect(facts.mends).toBeNull();
  const mends = { receiptNumber: '520103-K012-1-0007-Q', carried: [] };
  expect(copyFactsWith(finishedWith(llcAnswers(), { mends })).mends).toBe(mends.receiptNumber);
});
