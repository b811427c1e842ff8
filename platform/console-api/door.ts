// The door of the console. Any page in any browser on this machine can send requests to loopback: one must name a
// loopback host (or a foreign name could be pointed here), come from our own pages, and carry an open session.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refuse } from '../http/refusals.ts';
import { cookieIn, SESSION_MS, type ConsoleGuard } from './guard.ts';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

export interface ConsoleDoor {
  /** An onRequest hook for everything the pages ask. */
  fromOwnPages(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** An onRequest hook for what only the token's holder may see. */
  withSession(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** The header that hands out a session's cookie, or takes it back. */
  cookieFor(request: FastifyRequest, session: string | null): string;
  sessionIn(request: FastifyRequest): string;
}

/** Cookies are shared by all ports of a host: the name keeps two platforms on one machine apart. */
function cookieName(request: FastifyRequest): string {
  return `onewindow-console-${request.socket.localPort}`;
}

function isFromOwnPages({ headers }: FastifyRequest): boolean {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  return (
    LOOPBACK.test(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

export function createConsoleDoor(guard: ConsoleGuard, refuse: Refuse): ConsoleDoor {
  const sessionIn = (request: FastifyRequest) => cookieIn(request.headers.cookie, cookieName(request));
  return {
    sessionIn,
    async fromOwnPages(request, reply) {
      return isFromOwnPages(request) ? undefined : refuse(request, reply, 'untrusted-sender');
    },
    async withSession(request, reply) {
      return guard.isOpen(sessionIn(request)) ? undefined : refuse(request, reply, 'not-authorised');
    },
    cookieFor(request, session) {
      const life = session === null ? 0 : SESSION_MS / 1000;
      return `${cookieName(request)}=${session ?? ''}; Path=/console/; Max-Age=${life}; HttpOnly; SameSite=Strict`;
    },
  };
}
