// Bodies on their way in: none is begun when the house is full, none is unpacked, and what has arrived is counted byte by
// byte until its request is answered. A caller who sends slowly therefore holds what it sent and no more.
import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BATCH_BYTES } from '../../domain/contract/platform-api.ts';
import type { Busy, Gate } from '../intake/gate.ts';
import type { Refuse } from './refusals.ts';
import { KIOSK_SIDE } from './signed-answers.ts';

class NoRoomError extends Error {
  override name = 'NoRoomError';
  readonly statusCode = 503;
}

/** Tells a caller when to come again. */
export type TurnBack = (request: FastifyRequest, reply: FastifyReply, busy: Busy) => FastifyReply;

export function createTurnBack(refuse: Refuse): TurnBack {
  return (request, reply, { isOne, retryAfter }) =>
    refuse(request, reply.header('retry-after', retryAfter), 'busy', isOne ? 429 : 503);
}

/** Nothing of ours is longer, so that nobody waits for the rest of it. A kiosk's batch is let come in: it then hears why not. */
function hangUpOnLong({ headers }: FastifyRequest, reply: FastifyReply): void {
  if (!(Number(headers['content-length']) <= BATCH_BYTES)) void reply.header('connection', 'close');
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Stands before every route that is registered after it. */
export function watchBodies(app: FastifyInstance, gate: Gate, refuse: Refuse, turnBack: TurnBack): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return undefined;
    // What is packed small may be anything once it is unpacked; nothing of ours packs what it sends.
    const isPacked = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
    const busy = isPacked ? null : gate.refuse();
    if (!isPacked && busy === null) return undefined;
    hangUpOnLong(request, reply);
    return busy === null ? refuse(request, reply, 'wrong-media-type') : turnBack(request, reply, busy);
  });

  // Before the door asks the database who is there: ten thousand who ask at once would all wait for the last of them.
  app.addHook('preValidation', async (request, reply) => {
    if (!request.url.startsWith(KIOSK_SIDE)) return undefined;
    const come = gate.come();
    if (!come.ok) return turnBack(request, reply, come.error);
    reply.raw.once('close', come.value.leave);
    return undefined;
  });

  app.addHook('preParsing', async (request, reply, payload) => {
    if (!hasBody(request)) return payload;
    let bytes = 0;
    reply.raw.once('close', () => gate.letGo(bytes));
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done(gate.hold(chunk.length) ? null : new NoRoomError('no room'), chunk);
      },
    });
    // Whoever reads the body hears of it as well; when nobody does any more, it is no surprise that takes us down.
    counted.on('error', () => {});
    payload.on('error', (error) => counted.destroy(error));
    return payload.pipe(counted);
  });
}
