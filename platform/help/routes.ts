// Somebody at a kiosk asks for a person: the work list shows it until somebody goes.
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { consolePaths, HelpCalls } from '../../domain/contract/console-api.ts';
import { HelpHeard, platformPaths, Uuid } from '../../domain/contract/platform-api.ts';
import type { Clock } from '../../lib/clock.ts';
import type { ConsoleDoor } from '../console-api/door.ts';
import { kioskPlace } from '../console-api/lines.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import { uuidv7 } from '../ids.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { HelpCall } from '../store/help-calls.ts';
import type { Store } from '../store/store.ts';

export interface HelpParts {
  store: Store;
  clock: Clock;
}

export function helpCallRoute(app: FastifyInstance, parts: HelpParts, door: KioskDoor): void {
  const schema = {
    ...forKiosks,
    summary: 'Calls a person to this kiosk; a call that waits already is the same call',
    security: [{ kiosk: [] }],
    response: { 200: HelpHeard, ...refusals },
  };
  app.post(platformPaths.helpCalls, { schema, preValidation: door.letIn() }, async (request) => {
    const { calledAt } = await callTo(parts, kioskIn(request));
    return { calledAt };
  });
}

function callTo({ store, clock }: HelpParts, { division, id: kiosk, code }: Kiosk): Promise<HelpCall> {
  return store.transaction(async ({ helpCalls }) => {
    const waiting = await helpCalls.openOf(division, kiosk);
    if (waiting !== null) return waiting;
    const now = clock.now();
    const call = { division, id: uuidv7(now), kiosk, kioskCode: code, calledAt: now.toISOString() };
    await helpCalls.add(call);
    return call;
  });
}

const Params = Type.Object({ id: Uuid }, { additionalProperties: false });

export function helpListRoutes(
  scope: FastifyInstance,
  { store, clock }: HelpParts,
  door: ConsoleDoor,
  refuse: Refuse,
): void {
  const security = [{ console: [] }];
  const list = { summary: 'Who waits for a person', security, response: { 200: HelpCalls, ...refusals } };
  scope.get(consolePaths.helpCalls, { schema: list, onRequest: door.withSession }, async () => ({
    calls: (await store.helpCalls.open()).map(({ id, division, kioskCode, calledAt }) => ({
      id,
      place: kioskPlace(division, kioskCode),
      calledAt,
    })),
  }));
  const answer = {
    summary: 'Somebody goes there',
    security,
    params: Params,
    response: { 204: { type: 'null' }, ...refusals },
  };
  scope.delete<{ Params: { id: string } }>(
    `${consolePaths.helpCalls}/:id`,
    { schema: answer, onRequest: door.withSession },
    async (request, reply) => {
      const isAnswered = await store.helpCalls.answer(request.params.id, clock.now().toISOString());
      return isAnswered ? reply.code(204).send() : refuse(request, reply, 'not-found');
    },
  );
}
