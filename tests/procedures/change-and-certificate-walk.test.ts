// Whole applications for changes and certificates, filled in page by page as a citizen does, through the views the
// screen is given.
import { expect, it } from 'vitest';
import { View } from '../../domain/contract/views.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { compile } from '../../lib/schema.ts';
import {
  BY_UNIT,
  FOR_A_CHILD,
  foodAnswers,
  recordAnswers,
  residenceAnswers,
} from '../builders/certificates.ts';
import {
  BY_AGENT,
  changeAnswers,
  closingAnswers,
  LESS_CAPITAL,
  licenceCopyAnswers,
  MORE_CAPITAL,
  NEW_BOARD,
  NEW_DISTRICT,
  NEW_NAME,
  NEW_REPRESENTATIVE,
  NEW_SCOPE,
  NEW_TERM,
  OLD_COMPANY,
  SHARES_SOLD,
} from '../builders/enterprise.ts';
import { openDraftDesk } from '../draft-desk.ts';
import { fillIn } from '../fill-in.ts';
import { shippedShelf } from '../llc.ts';
import { today } from './desk.ts';

const shelf = await shippedShelf();
const isView = compile(View);

const applications: [procedure: string, title: string, answers: JsonObject][] = [
  [
    'company-change',
    'name, domicile, representative and scope',
    changeAnswers(
      ['name', 'domicile', 'legal-representative', 'scope'],
      NEW_NAME,
      NEW_DISTRICT,
      NEW_REPRESENTATIVE,
      NEW_SCOPE,
    ),
  ],
  ['company-change', 'more capital', changeAnswers(['capital-up'], MORE_CAPITAL)],
  ['company-change', 'less capital', changeAnswers(['capital-down'], LESS_CAPITAL)],
  ['company-change', 'shares sold', changeAnswers(['shareholders'], SHARES_SOLD)],
  [
    'company-change',
    'a board and a manager, through an agent',
    changeAnswers(['filed'], NEW_BOARD, BY_AGENT),
  ],
  ['company-change', 'term and contact of an old company', changeAnswers(['filed'], NEW_TERM, OLD_COMPANY)],
  ['licence-copy', 'lost', licenceCopyAnswers()],
  ['simplified-deregistration', 'after its notice', closingAnswers()],
  ['residence-permit', 'for oneself', residenceAnswers()],
  ['residence-permit', 'for a child', residenceAnswers(FOR_A_CHILD)],
  ['no-criminal-record', 'for oneself', recordAnswers()],
  ['no-criminal-record', 'for a unit', recordAnswers(BY_UNIT)],
  ['food-licence', 'for a restaurant', foodAnswers()],
];

it.each(applications)('%s, %s: ends with the answers that were given', async (id, _, answers) => {
  const prepared = shelf.latest(id);
  if (prepared === null) throw new Error(`no procedure ${id}`);
  const desk = openDraftDesk(shelf, today);
  const last = await fillIn(
    async (name, input) => {
      const reply = await desk.send(name, input);
      if (reply.ok) expect(isView(reply.value)).toBe(true);
      return reply;
    },
    prepared.procedure,
    answers,
  );
  expect(last.screen).toBe('confirm');
  expect(desk.answers()).toEqual(answers);
});
