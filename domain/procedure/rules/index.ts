import type { Problem } from '../../contract/answers.ts';
import type { JsonObject } from '../pointer.ts';
import type { Prepared } from '../prepared.ts';
import type { RuleUse } from '../procedure.ts';
import { atLeastOneOf } from './at-least-one-of.ts';
import { codeStart } from './code-start.ts';
import { atLeast, differs, lessThan, moreThan } from './comparisons.ts';
import { countBetween } from './count-between.ts';
import { countOf, shareAtLeast } from './count-of.ts';
import { daysSince } from './days-since.ts';
import { holdersNamed, majorityOf } from './holdings.ts';
import { nameFitsPlace } from './name-fits-place.ts';
import { adults, among, distinct, distinctPeople, notAmong, samePerson } from './people.ts';
import { refused } from './refused.ts';
import type { Rule } from './rule.ts';
import { sumEquals } from './sum-equals.ts';
import { withinDays } from './within-days.ts';
import { withinYears } from './within-years.ts';

/** Every named rule. The linter refuses a procedure that uses another, or gives wrong parameters. */
export const rules = {
  'sum-equals': sumEquals,
  'within-years': withinYears,
  'not-among': notAmong,
  among,
  'distinct-people': distinctPeople,
  distinct,
  adults,
  'same-person': samePerson,
  'share-at-least': shareAtLeast,
  'count-of': countOf,
  'count-between': countBetween,
  'majority-of': majorityOf,
  'holders-named': holdersNamed,
  'code-start': codeStart,
  'name-fits-place': nameFitsPlace,
  'days-since': daysSince,
  'within-days': withinDays,
  differs,
  'less-than': lessThan,
  'more-than': moreThan,
  'at-least': atLeast,
  'at-least-one-of': atLeastOneOf,
  refused,
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

/** The rule a procedure names, or null. */
export function ruleOf(use: RuleUse): Rule | null {
  return isRuleName(use.use) ? rules[use.use] : null;
}

/** What the rules of a procedure say about these answers. */
export function ruleProblems(prepared: Prepared, answers: JsonObject, today: string): Problem[] {
  return prepared.procedure.rules.flatMap((use) => {
    const rule = ruleOf(use);
    if (rule === null || !prepared.holds(use.when, answers)) return [];
    const found = rule.check(use, { answers, today });
    return use.message === undefined
      ? found
      : found.map((problem) => ({ ...problem, text: use.message ?? problem.text }));
  });
}
