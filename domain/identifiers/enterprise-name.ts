// Names of enterprises: division, trade name, industry, form (Regulation on Enterprise Names, 2021).
// A name is declared by the applicant: these checks refuse and warn, they never approve.
import type { Message } from '../message.ts';
import type { EnterpriseKind, NameLists } from './enterprise-name-lists.ts';
import * as says from './enterprise-name-messages.ts';
import { splitName } from './enterprise-name-split.ts';
import { codePoints, toHalfWidth } from './normalise.ts';

export interface EnterpriseNameParts {
  /** '贵阳市南明区'; '' for an enterprise that works across provinces. */
  division: string;
  tradeName: string;
  industry: string;
  form: string;
  order: 'division-first' | 'division-in-brackets';
}

export interface CheckedEnterpriseName {
  /** As they are kept: without blanks and brackets. */
  parts: EnterpriseNameParts;
  name: string;
  problems: Message[];
  warnings: Message[];
}

interface Findings {
  problems: Message[];
  warnings: Message[];
}

const CHINESE = /^\p{Unified_Ideograph}*$/u;
const SHORTEST_TRADE_NAME = 2;
/** Code points: twice what the longest lawful names have, and what the procedures' answers have room for. */
const LONGEST: [says.NamePart, number][] = [
  ['division', 20],
  ['tradeName', 40],
  ['industry', 40],
  ['form', 10],
];
const DIVISION_ENDING = /(?:省|自治区|自治州|地区|市|区|县)$/;
const BELOW_COUNTY = /(?:镇|乡|街道|村|社区|市场)$/;

/** The whole name: 贵阳黔程信息科技有限公司 or 黔程信息科技（贵阳）有限公司. */
export function composeName({ division, tradeName, industry, form, order }: EnterpriseNameParts): string {
  if (order === 'division-first' || division === '') return `${division}${tradeName}${industry}${form}`;
  return `${tradeName}${industry}（${division}）${form}`;
}

/** Checks a name typed in its parts. The first problem is the one to tell. */
export function checkEnterpriseName(
  typed: EnterpriseNameParts,
  kind: EnterpriseKind,
  lists: NameLists,
): CheckedEnterpriseName {
  const parts = cleaned(typed);
  const found = [
    judgeCharacters(parts),
    judgeDivision(parts, kind, lists),
    judgeTradeName(parts, lists),
    judgeIndustry(parts, kind, lists),
    judgeForm(parts, kind, lists),
    judgeForbidden(parts, lists),
    judgeRestricted(parts, lists),
  ];
  return {
    parts,
    name: composeName(parts),
    problems: found.flatMap(({ problems }) => problems),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

/** Checks a name written in full, with brackets of either width. Of a name, its parts can only be guessed. */
export function checkFullName(full: string, kind: EnterpriseKind, lists: NameLists): Findings {
  const name = withoutBlanks(full);
  if (/分(?:公司|厂|店)$/.test(name)) return refuse(says.BRANCH);
  const { problems, warnings } = checkEnterpriseName(splitName(name, lists), kind, lists);
  return { problems, warnings };
}

function cleaned({ division, tradeName, industry, form, order }: EnterpriseNameParts): EnterpriseNameParts {
  return {
    division: withoutBlanks(division).replace(/^\((.*)\)$/, '$1'),
    tradeName: withoutBlanks(tradeName),
    industry: withoutBlanks(industry),
    form: withoutBlanks(form),
    order,
  };
}

/** Marks that nobody can see go as blanks do: nobody could be asked to take them out. */
function withoutBlanks(typed: string): string {
  return toHalfWidth(typed.normalize('NFC')).replace(/[\s\p{Cf}]/gu, '');
}

const nothing: Findings = { problems: [], warnings: [] };

function refuse(problem: Message): Findings {
  return { problems: [problem], warnings: [] };
}

function warn(warning: Message): Findings {
  return { problems: [], warnings: [warning] };
}

function judgeCharacters(parts: EnterpriseNameParts): Findings {
  const all = `${parts.division}${parts.tradeName}${parts.industry}${parts.form}`;
  if (!CHINESE.test(all)) return refuse(says.CHARACTERS);
  const [tooLong] = LONGEST.filter(([part, most]) => codePoints(parts[part]) > most);
  return tooLong === undefined ? nothing : refuse(says.tooLong(...tooLong));
}

function judgeDivision({ division }: EnterpriseNameParts, kind: EnterpriseKind, lists: NameLists): Findings {
  if (division === '') return warn(says.NO_DIVISION);
  if (lists.zones.includes(division)) return refuse(says.ZONE_ALONE);
  if (kind === 'sole-proprietor') return judgeSmallDivision(division, lists);
  if (lists.districts.includes(division)) return refuse(says.DISTRICT_ALONE);
  return lists.divisions.includes(division) ? nothing : refuse(says.DIVISION_UNKNOWN);
}

/** A sole proprietor is placed in a county or district, even in one of its streets or villages. */
function judgeSmallDivision(division: string, { districts, divisions, wideDivisions }: NameLists): Findings {
  if (wideDivisions.includes(division)) return warn(says.DISTRICT_WANTED);
  const known = [...districts, ...divisions].filter((place) => !wideDivisions.includes(place));
  const isPlaced = known.some(
    (place) => division === place || (division.startsWith(place) && BELOW_COUNTY.test(division)),
  );
  return isPlaced ? nothing : refuse(says.DIVISION_UNKNOWN);
}

function judgeTradeName({ tradeName }: EnterpriseNameParts, lists: NameLists): Findings {
  if (codePoints(tradeName) < SHORTEST_TRADE_NAME) return refuse(says.TRADE_NAME_SHORT);
  if (lists.divisionNames.includes(tradeName.replace(DIVISION_ENDING, '')))
    return refuse(says.TRADE_NAME_IS_PLACE);
  return lists.industryWords.includes(tradeName) ? refuse(says.TRADE_NAME_IS_INDUSTRY) : nothing;
}

function judgeIndustry({ industry }: EnterpriseNameParts, kind: EnterpriseKind, lists: NameLists): Findings {
  if (industry === '') return kind === 'sole-proprietor' ? warn(says.NO_INDUSTRY) : refuse(says.NO_INDUSTRY);
  return lists.industryWords.some((word) => industry.endsWith(word)) ? nothing : warn(says.INDUSTRY_UNUSUAL);
}

function judgeForm({ form }: EnterpriseNameParts, kind: EnterpriseKind, lists: NameLists): Findings {
  if (form === '') return refuse(says.NO_FORM);
  if (kind !== 'sole-proprietor')
    return lists.forms[kind].includes(form) ? nothing : refuse(says.formFor(kind));
  if (lists.corporateWords.some((word) => form.includes(word))) return refuse(says.formFor(kind));
  return lists.forms[kind].some((known) => form.endsWith(known)) ? nothing : warn(says.FORM_UNUSUAL);
}

function judgeForbidden(
  { tradeName, industry }: EnterpriseNameParts,
  { forbidden: classes }: NameLists,
): Findings {
  const found = classes.map(({ problem, words, doubtfulInIndustry }) => {
    if (holds(tradeName, words)) return refuse(problem);
    if (!holds(industry, words)) return nothing;
    return doubtfulInIndustry ? warn(says.ONLY_AS_QUALIFIER) : refuse(problem);
  });
  return {
    problems: found.flatMap(({ problems }) => problems),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

function judgeRestricted(parts: EnterpriseNameParts, lists: NameLists): Findings {
  if (holds(parts.tradeName, lists.restricted)) return refuse(says.RESTRICTED);
  return holds(parts.industry, lists.restricted) ? warn(says.ONLY_AS_QUALIFIER) : nothing;
}

function holds(part: string, words: readonly string[]): boolean {
  return words.some((word) => part.includes(word));
}
