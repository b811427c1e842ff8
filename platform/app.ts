// What the platform is over HTTP. Who listens where is platform.ts; how it is run, start.ts.
import fastify, { type FastifyInstance } from 'fastify';
import { BATCH_BYTES, MEDIA_TYPE } from '../domain/contract/platform-api.ts';
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
import { consolePages, useSecurityHeaders } from './http/console-pages.ts';
import { createKioskDoor } from './http/kiosk-door.ts';
import { createErrorHandler, createRefuse } from './http/refusals.ts';
import { useContractSchemas } from './http/schemas.ts';
import { signAnswers } from './http/signed-answers.ts';
import { createIntake } from './intake/intake.ts';
import { kioskRoutes } from './kiosk-routes.ts';
import { newsRoutes } from './news/routes.ts';
import { ratingRoutes } from './ratings/routes.ts';
import { recordRoutes } from './records/routes.ts';
import type { RecordSource } from './records/source.ts';
import { staffRoutes } from './staff/routes.ts';
import type { Store } from './store/store.ts';

export interface AppParts {
  store: Store;
  shelf: ProcedureShelf;
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
  /** Folder of the built console; null: no pages. */
  consoleFolder: string | null;
  clock: Clock;
  log: Log;
}

/** A request that has not come whole by then is given up: one byte a second must not hold a connection. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The app, with all its routes; it does not listen yet. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { store, signingKey, openingKey, clock, log } = parts;
  const app = fastify({
    bodyLimit: BATCH_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
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
  await useContractSchemas(app);
  takeJsonAs(app, MEDIA_TYPE, BATCH_BYTES);
  const door = createKioskDoor({ store, clock, refuse, platformKey: signingKey.fingerprint });
  enrolmentRoutes(app, { store, signingKey, sealingKey: openingKey, clock }, door, refuse);
  kioskRoutes(app, { ...parts, intake: createIntake(parts), door });
  caseRoutes(app, { ...parts, door, refuse });
  ratingRoutes(app, parts, door);
  recordRoutes(app, parts, door, refuse);
  staffRoutes(app, { ...parts, door });
  helpCallRoute(app, parts, door);
  newsRoutes(app, parts, door);
  await documentRoutes(app, { ...parts, door, refuse });
  await consoleRoutes(app, { ...parts, refuse });
  await consolePages(app, parts.consoleFolder);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.ready();
  return app;
}
