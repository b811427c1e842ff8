// What the platform is over HTTP. Who listens where is platform.ts; how it is run, start.ts.
import fastify, { type FastifyInstance } from 'fastify';
import { NEWS_PATH } from '../domain/contract/news-api.ts';
import { BATCH_BYTES, MEDIA_TYPE, platformPaths } from '../domain/contract/platform-api.ts';
import { PIECES_PATH } from '../domain/contract/procedure-news.ts';
import type { Clock } from '../lib/clock.ts';
import type { OpeningKey } from '../lib/envelope-crypto.ts';
import type { SigningKey } from '../lib/keys.ts';
import type { Log } from '../lib/log.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import type { RatingShelf } from '../lib/procedures/rating-shelf.ts';
import type { PersonHash } from './cases/person-hash.ts';
import { caseRoutes } from './cases/routes.ts';
import type { ConsoleGuard } from './console-api/guard.ts';
import { consoleRoutes } from './console-api/routes.ts';
import type { Depot } from './documents/depot.ts';
import { documentRoutes } from './documents/routes.ts';
import { enrolmentRoutes } from './enrolment/routes.ts';
import { helpCallRoute } from './help/routes.ts';
import { takeJsonAs } from './http/bodies.ts';
import { createTurnBack, watchBodies } from './http/body-gate.ts';
import { createBrokenHandler } from './http/broken-requests.ts';
import { consolePages, useSecurityHeaders } from './http/console-pages.ts';
import { createKioskDoor } from './http/kiosk-door.ts';
import { createErrorHandler, createRefuse } from './http/refusals.ts';
import { useContractSchemas } from './http/schemas.ts';
import { signAnswers } from './http/signed-answers.ts';
import { createGate, type GateLimits } from './intake/gate.ts';
import { createIntake } from './intake/intake.ts';
import { kioskRoutes } from './kiosk-routes.ts';
import { newsRoutes } from './news/routes.ts';
import type { Published } from './published/published-shelf.ts';
import { pieceRoute } from './published/routes.ts';
import { ratingRoutes } from './ratings/routes.ts';
import { recordRoutes } from './records/routes.ts';
import type { RecordSource } from './records/source.ts';
import { staffRoutes } from './staff/routes.ts';
import type { Store } from './store/store.ts';

export interface AppParts {
  store: Store;
  shelf: ProcedureShelf;
  /** What was published since the start; nothing is unless it is given. */
  published?: Pick<Published, 'refresh' | 'isTaken'>;
  ratings: RatingShelf;
  records: RecordSource;
  /** How often one kiosk may ask for records in ten minutes. */
  recordAsks: number;
  personHash: PersonHash;
  signingKey: SigningKey;
  /** Those before it, by fingerprint. */
  olderSigningKeys: ReadonlyMap<string, SigningKey>;
  openingKey: OpeningKey;
  guard: ConsoleGuard;
  depot: Depot;
  /** How many threads examine what kiosks hand in; 0: the event loop does. */
  intakeThreads: number;
  /** Folder of the built console; null: no pages. */
  consoleFolder: string | null;
  /** As callers of kiosks are used to unless it is given. */
  patience?: Patience;
  /** What a machine of two cores can hold unless it is given. */
  limits?: GateLimits;
  clock: Clock;
  log: Log;
}

/** How long a caller may take, in milliseconds: one byte a second must not hold a connection. */
export interface Patience {
  /** For the head of a request. */
  head: number;
  /** For all of it: a batch of the largest size at a megabit a second. */
  request: number;
  /** How often connections are looked at. */
  check: number;
}

const USUAL_PATIENCE: Patience = { head: 10_000, request: 30_000, check: 2000 };

/** What tells nothing by procedures and is asked the most; and what is handed in, which has to pass the gate before. */
const ASKED_ELSEWHERE: readonly string[] = [NEWS_PATH, platformPaths.time, platformPaths.submissions];

function needsProcedures(url = ''): boolean {
  return !ASKED_ELSEWHERE.includes(url) && !url.startsWith(PIECES_PATH);
}

/** The app, with all its routes; it does not listen yet. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { store, signingKey, openingKey, clock, log, patience = USUAL_PATIENCE } = parts;
  const app = fastify({
    bodyLimit: BATCH_BYTES,
    requestTimeout: patience.request,
    http: { headersTimeout: patience.head, connectionsCheckingInterval: patience.check },
    clientErrorHandler: createBrokenHandler(log),
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
  });
  const refuse = createRefuse(log);
  app.decorateRequest('rawBody', null);
  app.decorateRequest('kiosk', null);
  app.setErrorHandler(createErrorHandler(log, refuse));
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'not-found'));
  useSecurityHeaders(app);
  signAnswers(app, signingKey, clock, parts.olderSigningKeys);
  const gate = createGate({ clock, ...(parts.limits === undefined ? {} : { limits: parts.limits }) });
  const turnBack = createTurnBack(refuse);
  watchBodies(app, gate, refuse, turnBack);
  await useContractSchemas(app);
  takeJsonAs(app, MEDIA_TYPE, BATCH_BYTES);
  const door = createKioskDoor({ store, clock, refuse, platformKey: signingKey.fingerprint });
  const { published } = parts;
  if (published !== undefined)
    app.addHook('preHandler', async (request) => {
      if (needsProcedures(request.routeOptions.url)) await published.refresh();
    });
  enrolmentRoutes(app, { store, signingKey, sealingKey: openingKey, clock }, door, refuse);
  const intake = createIntake({
    ...parts,
    threads: parts.intakeThreads,
    ...(published === undefined ? {} : { isTaken: published.isTaken }),
  });
  app.addHook('onClose', () => intake.stop());
  kioskRoutes(app, { ...parts, intake, gate, turnBack, door });
  caseRoutes(app, { ...parts, door, refuse });
  ratingRoutes(app, parts, door);
  recordRoutes(app, parts, door, refuse);
  staffRoutes(app, { ...parts, door });
  helpCallRoute(app, parts, door);
  newsRoutes(app, parts, door);
  pieceRoute(app, { store, refuse }, door);
  await documentRoutes(app, { ...parts, door, refuse });
  await consoleRoutes(app, { ...parts, refuse });
  await consolePages(app, parts.consoleFolder);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.ready();
  return app;
}
