import type { CompileSchema } from '../../compile.ts';
import type { Procedure } from '../procedure.ts';
import { ruleOf } from '../rules/index.ts';
import { hasPlace } from './answers-shape.ts';
import { finding, type Finding } from './finding.ts';

export function ruleFindings({ rules, answers }: Procedure, compile: CompileSchema): Finding[] {
  return rules.flatMap((use, index) => {
    const place = `/rules/${index}`;
    const rule = ruleOf(use);
    if (rule === null) return [finding(place, 'unknown-rule', `there is no rule ${use.use}`)];
    const { use: _, when: __, message: ___, ...params } = use;
    // Closed here, so that a misspelt parameter is named instead of forgotten.
    const faults = compile({ ...rule.params, additionalProperties: false })(params);
    if (faults.length > 0)
      return faults.map(({ at, says }) => finding(place + at, 'rule-parameters', `${use.use}: ${says}`));
    return rule
      .reads(use)
      .filter((read) => !hasPlace(answers, read))
      .map((read) => finding(place, 'no-place', `${read} has no place in answers`));
  });
}
