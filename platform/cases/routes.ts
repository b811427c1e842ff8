// What kiosks may ask about cases and lend from them: paths and schemas are the contract's.
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import {
  casePaths,
  CasesOf,
  CASES_OF_A_PERSON,
  CasesOfRequest,
  CaseStatus,
  CaseStatusRequest,
  Loan,
  LoanRequest,
} from '../../domain/contract/case-api.ts';
import { platformPaths } from '../../domain/contract/platform-api.ts';
import { readReceiptNumber } from '../../domain/submission/receipt-number.ts';
import type { Clock } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import type { Case } from '../store/cases.ts';
import { findCase } from './find-case.ts';
import { lend, type LendParts } from './lend.ts';
import { openCurrent } from './open-application.ts';
import { isProven } from './proof.ts';
import { statusOf } from './status.ts';

export interface CaseRoutesParts extends LendParts {
  shelf: ProcedureShelf;
  clock: Clock;
  door: KioskDoor;
  refuse: Refuse;
}

const ReceiptParams = Type.Object({ number: Type.String({ minLength: 1, maxLength: 60 }) });
const common = { ...forKiosks, security: [{ kiosk: [] }] };

export function caseRoutes(app: FastifyInstance, parts: CaseRoutesParts): void {
  numberRoute(app, parts);
  statusRoute(app, parts);
  personRoute(app, parts);
  loanRoute(app, parts);
}

async function tell(parts: CaseRoutesParts, found: Case, isKnown: boolean): Promise<CaseStatus> {
  const { store, shelf } = parts;
  const rated = await store.ratings.ofCase(found.division, found.id);
  const facts = {
    found,
    opened: await openCurrent(found, store, parts),
    notices: await store.returns.ofCase(found),
    rated: rated.map(({ stage }) => stage),
  };
  return statusOf(facts, shelf, isKnown);
}

function numberRoute(app: FastifyInstance, parts: CaseRoutesParts): void {
  const schema = {
    ...common,
    summary: 'How far a case is, by the number on its receipt: states and times, nothing about people',
    params: ReceiptParams,
    response: { 200: CaseStatus, ...refusals },
  };
  app.get<{ Params: { number: string } }>(
    `${platformPaths.case}/:number`,
    { schema, preValidation: parts.door.letIn() },
    async (request, reply) => {
      const { number } = request.params;
      if (readReceiptNumber(number) === null) return parts.refuse(request, reply, 'receipt-number-wrong');
      const found = await findCase(parts.store, number);
      return found === null ? parts.refuse(request, reply, 'not-found') : tell(parts, found, false);
    },
  );
}

function statusRoute(app: FastifyInstance, parts: CaseRoutesParts): void {
  const schema = {
    ...common,
    summary: 'The same for whoever holds the receipt or the card: with what must be mended, and why',
    body: CaseStatusRequest,
    response: { 200: CaseStatus, ...refusals },
  };
  app.post<{ Body: CaseStatusRequest }>(
    casePaths.status,
    { schema, preValidation: parts.door.letIn() },
    async (request, reply) => {
      const { number, proof } = request.body;
      const found = await findCase(parts.store, number);
      if (found === null) return parts.refuse(request, reply, 'not-found');
      if (!(await isProven(found, proof, parts.store, parts.personHash)))
        return parts.refuse(request, reply, 'proof-wrong');
      return tell(parts, found, true);
    },
  );
}

function personRoute(app: FastifyInstance, parts: CaseRoutesParts): void {
  const schema = {
    ...common,
    summary: 'The cases of a person whose card lay on the kiosk’s reader just now, newest first',
    body: CasesOfRequest,
    response: { 200: CasesOf, ...refusals },
  };
  app.post<{ Body: CasesOfRequest }>(
    casePaths.byPerson,
    { schema, preValidation: parts.door.letIn() },
    async (request) => {
      const { store, personHash, clock } = parts;
      const ids = await store.people.casesOf(personHash(request.body.number), CASES_OF_A_PERSON);
      const kiosk = kioskIn(request);
      const at = clock.now().toISOString();
      await store.transaction(({ events }) =>
        events.append(kiosk.division, [
          { kind: 'cases-found-by-card', at, caseId: null, kiosk: kiosk.id, body: { cases: ids.length } },
        ]),
      );
      const cases: CaseStatus[] = [];
      for (const id of ids) {
        const found = await store.cases.byId(id);
        if (found !== null) cases.push(await tell(parts, found, true));
      }
      return { cases };
    },
  );
}

function loanRoute(app: FastifyInstance, parts: CaseRoutesParts): void {
  const schema = {
    ...common,
    summary: 'Lends the answers of a returned case to its applicant, to be mended',
    body: LoanRequest,
    response: { 200: Loan, ...refusals },
  };
  app.post<{ Body: LoanRequest }>(
    casePaths.loans,
    { schema, preValidation: parts.door.letIn() },
    async (request, reply) => {
      const lent = await lend(parts, kioskIn(request), request.body, parts.clock.now().toISOString());
      return lent.ok ? lent.value : parts.refuse(request, reply, lent.error);
    },
  );
}
