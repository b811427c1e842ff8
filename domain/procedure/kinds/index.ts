import type { Kind } from '../procedure.ts';
import { address } from './address.ts';
import { choice, choices, pick, tick } from './choices.ts';
import { date } from './date.ts';
import { enterpriseName } from './enterprise-name.ts';
import type { AnswerKind } from './kind.ts';
import { money } from './money.ts';
import { people, person } from './person.ts';
import { creditCode, line, mobile, number, personName, residentId } from './text.ts';

export const kinds: Record<Kind, AnswerKind> = {
  text: line,
  'person-name': personName,
  'enterprise-name': enterpriseName,
  'resident-id': residentId,
  'credit-code': creditCode,
  mobile,
  choice,
  choices,
  pick,
  tick,
  money,
  number,
  date,
  person,
  people,
  address,
};
