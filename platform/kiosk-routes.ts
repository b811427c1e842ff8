// What kiosks may ask, and what anybody may: paths and schemas are the contract's.
import type { FastifyInstance } from 'fastify';
import {
  AcknowledgementBatch,
  KioskKeys,
  platformPaths,
  PlatformTime,
  SubmissionBatch,
} from '../domain/contract/platform-api.ts';
import type { Clock } from '../lib/clock.ts';
import { kioskIn, type KioskDoor } from './http/kiosk-door.ts';
import { forKiosks, refusals } from './http/schemas.ts';
import type { TurnBack } from './http/body-gate.ts';
import type { Gate } from './intake/gate.ts';
import type { Intake } from './intake/intake.ts';
import type { Published } from './published/published-shelf.ts';
import type { Store } from './store/store.ts';

export interface KioskRoutesParts {
  store: Store;
  intake: Intake;
  published?: Pick<Published, 'refresh'>;
  gate: Gate;
  turnBack: TurnBack;
  clock: Clock;
  door: KioskDoor;
}

const security = [{ kiosk: [] }];

export function kioskRoutes(app: FastifyInstance, parts: KioskRoutesParts): void {
  submissionsRoute(app, parts);
  timeRoute(app, parts);
  kioskKeysRoute(app, parts);
}

function submissionsRoute(app: FastifyInstance, parts: KioskRoutesParts): void {
  const { intake, published, gate, turnBack, door } = parts;
  const schema = {
    ...forKiosks,
    summary: 'Hands in sealed applications; each is answered on its own',
    security,
    body: SubmissionBatch,
    response: { 200: AcknowledgementBatch, ...refusals },
  };
  app.post<{ Body: { items: unknown[] } }>(
    platformPaths.submissions,
    { schema, preValidation: door.letIn() },
    async (request, reply) => {
      const [kiosk, { items }] = [kioskIn(request), request.body];
      const entered = gate.enter(kiosk.id, items.length);
      if (!entered.ok) return turnBack(request, reply, entered.error);
      try {
        await published?.refresh();
        return { acknowledgements: await intake.take(kiosk, items), batch: gate.batch() };
      } finally {
        entered.value.leave();
      }
    },
  );
}

function timeRoute(app: FastifyInstance, { store, clock, door }: KioskRoutesParts): void {
  const schema = {
    ...forKiosks,
    summary: "The platform's time, and how far this kiosk's submissions are held without a gap",
    security,
    response: { 200: PlatformTime, ...refusals },
  };
  // Any time: a kiosk whose clock is wrong asks here by how much.
  app.get(platformPaths.time, { schema, preValidation: door.letIn({ anyTime: true }) }, async (request) => {
    const { division, id, gapFreeUpTo } = kioskIn(request);
    const highest = await store.submissions.highestOf(division, id);
    return { now: clock.now().toISOString(), gapFreeUpTo, highest };
  });
}

/** A city has some thousand kiosks; a page is what one question to the store brings. */
const KEYS_PAGE = 500;

function kioskKeysRoute(app: FastifyInstance, { store }: KioskRoutesParts): void {
  const schema = {
    ...forKiosks,
    summary: 'The public keys of all kiosks: whoever holds a receipt can check it without a network',
    response: { 200: KioskKeys, ...refusals },
  };
  app.get(platformPaths.kioskKeys, { schema }, async () => ({ keys: await allKeys(store) }));
}

async function allKeys(store: Store): Promise<KioskKeys['keys']> {
  const keys: KioskKeys['keys'] = [];
  for (let last: { division: string; id: string } | null = null; ;) {
    const page = await store.kiosks.list(last, KEYS_PAGE);
    keys.push(
      ...page.flatMap(({ id, division, code, generation, publicKey, olderKeys }) =>
        [publicKey, ...olderKeys].map((key) => ({ kiosk: id, division, code, generation, publicKey: key })),
      ),
    );
    last = page.at(-1) ?? null;
    if (page.length < KEYS_PAGE) return keys;
  }
}
