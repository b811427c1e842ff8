import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  Arrivals,
  ArrivalsQuery,
  CaseParams,
  CasePage,
  CASES_A_PAGE,
  CasesQuery,
  CaseView,
  consolePaths,
  SessionRequest,
  type Count,
} from '../../domain/contract/console-api.ts';
import type { Clock } from '../../lib/clock.ts';
import type { OpeningKey } from '../../lib/envelope-crypto.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { RatingShelf } from '../../lib/procedures/rating-shelf.ts';
import { openCurrent } from '../cases/open-application.ts';
import type { Depot } from '../documents/depot.ts';
import { helpListRoutes } from '../help/routes.ts';
import { takeJsonAs } from '../http/bodies.ts';
import type { Refuse } from '../http/refusals.ts';
import { refusals } from '../http/schemas.ts';
import type { Arrival } from '../store/cases.ts';
import type { Store } from '../store/store.ts';
import { caseViewOf } from './case-view.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { documentRoute } from './document-route.ts';
import { createConsoleDoor, type ConsoleDoor } from './door.ts';
import type { ConsoleGuard } from './guard.ts';
import { lineOf } from './lines.ts';

export interface ConsoleRoutesParts {
  store: Store;
  shelf: ProcedureShelf;
  ratings: Pick<RatingShelf, 'version'>;
  openingKey: OpeningKey;
  guard: ConsoleGuard;
  clock: Clock;
  depot: Depot;
  refuse: Refuse;
}

/** A token is short; the pages send nothing else. */
const BODY_BYTES = 4096;

export async function consoleRoutes(app: FastifyInstance, parts: ConsoleRoutesParts): Promise<void> {
  await app.register(async (scope) => {
    takeJsonAs(scope, 'application/json', BODY_BYTES);
    const door = createConsoleDoor(parts.guard, parts.refuse);
    scope.addHook('onRequest', door.fromOwnPages);
    sessionRoutes(scope, parts, door);
    casesRoute(scope, parts, door);
    arrivalsRoute(scope, parts, door);
    caseRoute(scope, parts, door);
    documentRoute(scope, parts, door);
    helpListRoutes(scope, parts, door, parts.refuse);
  });
}

function sessionRoutes(
  scope: FastifyInstance,
  { guard, refuse }: ConsoleRoutesParts,
  door: ConsoleDoor,
): void {
  const schema = {
    summary: 'Exchanges the token for a cookie',
    body: SessionRequest,
    response: { 204: { type: 'null' }, ...refusals },
  };
  scope.post<{ Body: SessionRequest }>(consolePaths.session, { schema }, async (request, reply) => {
    const session = guard.open(request.body.token);
    if (session === null) return refuse(request, reply, 'not-authorised');
    return reply.code(204).header('set-cookie', door.cookieFor(request, session)).send();
  });
  const ends = { summary: 'Leaves the console', response: { 204: { type: 'null' }, ...refusals } };
  scope.delete(consolePaths.session, { schema: ends }, async (request, reply) => {
    guard.close(door.sessionIn(request));
    return reply.code(204).header('set-cookie', door.cookieFor(request, null)).send();
  });
}

const security = [{ console: [] }];

function casesRoute(scope: FastifyInstance, parts: ConsoleRoutesParts, door: ConsoleDoor): void {
  const schema = {
    summary: 'A page of the work list, newest first',
    security,
    querystring: CasesQuery,
    response: { 200: CasePage, ...refusals },
  };
  scope.get<{ Querystring: CasesQuery }>(
    consolePaths.cases,
    { schema, onRequest: door.withSession },
    async (request, reply) => {
      const before = cursorIn(request.query.after);
      return before === 'not-ours'
        ? parts.refuse(request, reply, 'invalid-input')
        : casePage(parts, request.query, before);
    },
  );
}

async function casePage(
  { store, shelf, clock }: ConsoleRoutesParts,
  { state = null, limit = String(CASES_A_PAGE) }: { state?: CasesQuery['state'] | null; limit?: string },
  before: Arrival | null,
): Promise<CasePage> {
  const wanted = Number(limit);
  const found = await store.cases.list(state, before, wanted + 1);
  const shown = found.slice(0, wanted);
  const [newest] = before === null ? shown : await store.cases.list(state, null, 1);
  const last = found.length > wanted ? shown.at(-1) : undefined;
  return {
    cases: shown.map((one) => lineOf(one, shelf)),
    next: last === undefined ? null : cursorOf(last),
    newest: newest === undefined ? null : cursorOf(newest),
    count: await countOf(store, state, null),
    now: clock.now().toISOString(),
  };
}

/** Counting further costs more than knowing it is worth. */
const COUNTED = 999;

async function countOf(
  store: Store,
  state: CasesQuery['state'] | null,
  since: Arrival | null,
): Promise<Count> {
  const number = await store.cases.count(state ?? null, since, COUNTED + 1);
  return { number: Math.min(number, COUNTED), andMore: number > COUNTED };
}

function cursorIn(cursor: string | undefined): Arrival | null | 'not-ours' {
  return cursor === undefined ? null : (readCursor(cursor) ?? 'not-ours');
}

function arrivalsRoute(
  scope: FastifyInstance,
  { store, refuse }: ConsoleRoutesParts,
  door: ConsoleDoor,
): void {
  const schema = {
    summary: 'How many cases have arrived since a list was read',
    security,
    querystring: ArrivalsQuery,
    response: { 200: Arrivals, ...refusals },
  };
  scope.get<{ Querystring: ArrivalsQuery }>(
    consolePaths.arrivals,
    { schema, onRequest: door.withSession },
    async (request, reply) => {
      const since = cursorIn(request.query.since);
      if (since === 'not-ours') return refuse(request, reply, 'invalid-input');
      return { count: await countOf(store, request.query.state, since) };
    },
  );
}

/** More than a case ever has; a list that grows without end is no history. */
const EVENTS_SHOWN = 500;

function caseRoute(scope: FastifyInstance, parts: ConsoleRoutesParts, door: ConsoleDoor): void {
  const schema = {
    summary: 'One case: what each department may see, and what happened',
    security,
    params: CaseParams,
    response: { 200: CaseView, ...refusals },
  };
  scope.get<{ Params: { id: string } }>(
    `${consolePaths.cases}/:id`,
    { schema, onRequest: door.withSession },
    (request, reply) => sendCase(parts, request, reply),
  );
}

async function sendCase(
  parts: ConsoleRoutesParts,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<CaseView | FastifyReply> {
  const { store, clock, refuse } = parts;
  const found = await store.cases.byId(request.params.id);
  if (found === null) return refuse(request, reply, 'not-found');
  const opened = await openCurrent(found, store, parts);
  const number = opened?.application.attended?.staff;
  const helper = number === undefined ? null : await store.staff.byNumber(number);
  const events = await store.events.ofCase(found.division, found.id, EVENTS_SHOWN);
  const ratings = await store.ratings.ofCase(found.division, found.id);
  const documents = await store.documents.ofCase(found.division, found.id);
  return caseViewOf({ found, opened, helper, events, ratings, documents }, parts, clock.now());
}
