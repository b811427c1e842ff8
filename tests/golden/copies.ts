// Full copies of an invented person's application, as the kiosk would print them. What they say is kept beside the pictures,
// so that a procedure may say something else tomorrow and the pictures stay right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../domain/contract/text.ts';
import type { CopyIssue } from '../../main/copies/copy-blocks.ts';
import type { CopyFacts } from '../../main/copies/copy-facts.ts';
import { copyWords } from '../../main/copies/copy-words.ts';
import { SIGNATURE } from '../builders/finished.ts';
import { long, luo, rare, wei, yang } from '../builders/people.ts';
import { paperWith } from './papers.ts';

const AT = new Date('2026-11-24T02:32:00.000Z');
const SAID = readFileSync(join(import.meta.dirname, 'full-copy.json'), 'utf8');

function factsFrom(said: string, changes: Partial<CopyFacts> = {}): CopyFacts {
  const facts = JSON.parse(said) as Omit<CopyFacts, 'paper' | 'signature'>;
  const signature = { name: facts.applicant, strokes: SIGNATURE };
  return { ...facts, paper: paperWith(), signature, ...changes };
}

export interface IssueChanges {
  locale?: Locale;
  largeType?: boolean;
  copy?: number;
}

export function issueOf(
  facts: CopyFacts,
  { locale = 'zh-CN', largeType = false, copy = 1 }: IssueChanges = {},
): CopyIssue {
  return { facts, receipt: { paper: { ...facts.paper, locale, largeType }, copy, standing: 'held', at: AT } };
}

/** A copy that says nothing out of the ordinary. */
export const ORDINARY = issueOf(factsFrom(SAID));

/** The same people with rare characters in their names. */
const RARE = factsFrom(
  SAID.replaceAll(yang.name, rare.yang.name)
    .replaceAll(luo.name, rare.luo.name)
    .replaceAll(wei.name, rare.wei.name)
    .replaceAll(long.name, rare.long.name),
);

const { facts } = ORDINARY;

/** Filled in with staff, mending another one, and agreed to by a typed name. */
const ATTENDED: CopyFacts = {
  ...facts,
  helpedBy: '周敏',
  mends: '520103-K012-1-0007-Q',
  signature: { ...facts.signature, strokes: null },
  sections: facts.sections.map((section, index) => {
    if (index !== 1) return section;
    const groups = section.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, notes: [copyWords.enteredByStaff] })),
    }));
    return { ...section, groups };
  }),
};

/** Every golden picture of a full copy, by its name; 'name.page-2' is the second page. */
export const COPIES: Record<string, CopyIssue> = {
  'full-copy-zh': ORDINARY,
  'full-copy-en': issueOf(facts, { locale: 'en' }),
  'full-copy-large-attended-zh': issueOf(ATTENDED, { largeType: true, copy: 2 }),
  'full-copy-rare-names-en': issueOf(RARE, { locale: 'en' }),
};
