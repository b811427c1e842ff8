import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lentFields } from './lent-fields.ts';

interface RecordFile {
  records: Record<string, { fields: Parameters<typeof lentFields>[0] }>;
}
const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'records', 'enterprise.json'), 'utf8'),
) as RecordFile;
const company = file.records['91520103MA6D00018H']?.fields ?? {};
const HEAD = '520102199003070014';
const PARTNER = '520103198802291237';

it('lends the places that are used and no others', () => {
  expect(lentFields(company, ['/name', '/foundedOn', '/nothing'], null)).toEqual({
    name: '贵阳黔程信息科技有限公司',
    foundedOn: '2024-09-12',
  });
});

it('tells anybody what the public register tells: names, not numbers', () => {
  const places = [
    '/legalRepresentative/name',
    '/legalRepresentative',
    '/legalRepresentative/residentId',
    '/shareholders',
  ];
  expect(lentFields(company, places, null)).toEqual({
    legalRepresentative: { name: '杨雨禾' },
    shareholders: company['shareholders'],
  });
  expect(JSON.stringify(lentFields(company, places, PARTNER))).not.toContain(HEAD);
});

it('tells the legal representative everything about the company', () => {
  expect(lentFields(company, ['/legalRepresentative'], HEAD)).toEqual({
    legalRepresentative: company['legalRepresentative'],
  });
});

it('hides a mobile number from whoever is not its owner', () => {
  expect(lentFields(company, ['/legalRepresentative/mobile'], PARTNER)).toEqual({});
});
