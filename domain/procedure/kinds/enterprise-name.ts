import { same } from '../../contract/text.ts';
import {
  checkEnterpriseName,
  composeName,
  type EnterpriseNameParts,
} from '../../identifiers/enterprise-name.ts';
import { NAME_LISTS } from '../../identifiers/enterprise-name-lists.ts';
import { message } from '../../message.ts';
import type { Json } from '../../submission/canonical-json.ts';
import { asRecord, bad, good, nothing, type AnswerKind } from './kind.ts';

const INCOMPLETE = message(
  'enterprise-name/incomplete',
  '字号和行业都要填。',
  'Give both the trade name and the industry.',
);

/** Typed in its four parts; stored with the whole name composed from them (`full`). */
export const enterpriseName: AnswerKind = {
  read(raw, { question }) {
    const typed = partsOf(asRecord(raw));
    if (typed.tradeName.trim() === '' && typed.industry.trim() === '') return nothing();
    if (typed.tradeName.trim() === '' || typed.industry.trim() === '') return bad(INCOMPLETE);
    const { parts, problems, warnings } = checkEnterpriseName(
      typed,
      question.enterprise ?? 'llc',
      NAME_LISTS,
    );
    const [problem] = problems;
    return problem === undefined
      ? good({ ...parts, full: composeName(parts) }, warnings)
      : bad(problem, warnings);
  },
  raw: (value) => ({ ...partsOf(isRecord(value) ? value : {}) }),
  show: (value) => same(fullOf(value)),
};

function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fullOf(value: Json): string {
  const full = isRecord(value) ? value['full'] : '';
  return typeof full === 'string' ? full : '';
}

function partsOf(typed: Partial<Record<string, Json>>): EnterpriseNameParts {
  const part = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return {
    division: part('division'),
    tradeName: part('tradeName'),
    industry: part('industry'),
    form: part('form'),
    order: part('order') === 'division-in-brackets' ? 'division-in-brackets' : 'division-first',
  };
}
