// Every way the platform says no over HTTP: a code of the one catalogue, logged without anything about people.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Log } from '../../lib/log.ts';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'not-authorised': 401,
  'signature-wrong': 401,
  'clock-differs': 401,
  'code-unknown': 403,
  'keys-changed': 409,
  'kiosk-revoked': 403,
  'kiosk-forked': 403,
  'untrusted-sender': 403,
  'not-found': 404,
  'too-slow': 408,
  'too-large': 413,
  'wrong-media-type': 415,
  busy: 429,
  unexpected: 500,
};

/** The route as it is written, never the address as it was asked: that may hold anything. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'other';
}

export interface Refuse {
  (request: FastifyRequest, reply: FastifyReply, code: RefusalCode, status?: number): FastifyReply;
}

export function createRefuse(log: Log): Refuse {
  return (request, reply, code, status = STATUS[code] ?? 400) => {
    log.warn('refused', { code, method: request.method, path: routeOf(request), status });
    return reply.code(status).send({ code });
  };
}

/** How long a caller waits when everybody is writing at once. */
const BUSY_SECONDS = 5;

/** What fastify refuses by itself, in our codes; anything else is a surprise and gets a reference to quote. */
export function createErrorHandler(log: Log, refuse: Refuse) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error.statusCode === 413) return refuse(request, reply, 'too-large');
    if (error.statusCode === 415) return refuse(request, reply, 'wrong-media-type');
    if (error.validation !== undefined || error.statusCode === 400)
      return refuse(request, reply, 'invalid-input');
    // In the middle of a body: what was read of it is thrown away.
    if (error.name === 'NoRoomError')
      return refuse(
        request,
        reply.header('retry-after', BUSY_SECONDS).header('connection', 'close'),
        'busy',
        503,
      );
    // No connection to the database came free in time: nothing was begun, and it may be asked again.
    if (error.name === 'KnexTimeoutError')
      return refuse(request, reply.header('retry-after', BUSY_SECONDS), 'busy', 503);
    const reference = log.unexpected('http', error);
    return reply.code(500).send({ code: 'unexpected', reference });
  };
}
