import type { Static, TSchema } from 'typebox';
import type { Problem } from '../../contract/answers.ts';
import type { JsonObject } from '../pointer.ts';
import type { RuleUse } from '../procedure.ts';

export interface RuleFacts {
  answers: JsonObject;
  /** The day of filling in, 'YYYY-MM-DD' in the city. */
  today: string;
}

/**
 * A named rule: what a schema cannot say. Pure; silent about what has not been answered yet, so that it can be asked
 * at any moment. `P` are the parameters a procedure gives it.
 */
interface RuleOf<P extends TSchema> {
  /** The law or standard it holds. */
  source: string;
  params: P;
  /** The answers it reads, for the linter. */
  reads(params: Static<P>): string[];
  check(params: Static<P>, facts: RuleFacts): Problem[];
}

/** A rule as the engine uses it. The linter holds a procedure's parameters against `params` before it is loaded. */
export interface Rule {
  source: string;
  params: TSchema;
  reads(use: RuleUse): string[];
  check(use: RuleUse, facts: RuleFacts): Problem[];
}

export function defineRule<P extends TSchema>(rule: RuleOf<P>): Rule {
  return rule;
}
