// Serves the screen and the contract on loopback to the windows this process opened, and to nobody else.
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { RefusalCode } from '../../../domain/contract/refusals.ts';
import { fail } from '../../../domain/result.ts';
import { systemClock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Kiosk } from '../../kiosk.ts';
import { createCallLimit } from '../call-limit.ts';
import { contentPolicy } from '../policy.ts';
import { createSessionGuard, type SessionGuard } from './session-guard.ts';

/** What the door leads to. */
type Behind = Pick<Kiosk, 'dispatch' | 'subscribe'>;

export interface HttpOptions {
  kiosk: Behind;
  /** Folder of the built renderer. */
  assets: string;
  /** 0: any free port. */
  port: number;
  /** The launch key stays valid while this process lives. */
  lastingKey: boolean;
  log: Log;
}

export interface HttpHost {
  origin: string;
  guard: SessionGuard;
  /** The address that opens a session: for a window, not for a log. */
  launchUrl(): string;
  stop(): Promise<void>;
}

/** A page of answers is small; more than this is no screen of ours. */
const BODY_BYTES = 256 * 1024;

const STATUS: Partial<Record<RefusalCode, number>> = {
  'untrusted-sender': 403,
  'unknown-operation': 404,
  'not-found': 404,
  'invalid-input': 400,
  'too-large': 413,
  'wrong-media-type': 415,
  unexpected: 500,
};

/** What no page may use, not even ask for. The camera is not here: the host gives it and takes it back, see camera.ts. */
const NOT_PERMITTED = [
  'accelerometer',
  'autoplay',
  'clipboard-read',
  'display-capture',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const SECURITY_HEADERS = {
  'content-security-policy': contentPolicy("'self'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [...NOT_PERMITTED.map((feature) => `${feature}=()`), 'camera=(self)'].join(', '),
  'cache-control': 'no-store',
};

/** Listens on 127.0.0.1. */
export async function startHttp(options: HttpOptions): Promise<HttpHost> {
  const { kiosk, assets, log } = options;
  // forceCloseConnections: an open event stream must not hold up the end.
  const server = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: true });
  // Fastify reads plain text unasked; our screens send JSON and nothing else.
  server.removeContentTypeParser('text/plain');
  const limit = createCallLimit(systemClock, log);
  let guard: SessionGuard | null = null;
  let origin = '';

  function refuse(reply: FastifyReply, code: RefusalCode, request: FastifyRequest): FastifyReply {
    log.warn('refused', { code, method: request.method, path: knownPath(request) });
    return reply.code(STATUS[code] ?? 400).send(fail({ code }));
  }

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (`http://${request.headers.host}` !== origin) return refuse(reply, 'untrusted-sender', request);
    const from = request.headers.origin;
    if (from !== undefined && from !== origin) return refuse(reply, 'untrusted-sender', request);
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return refuse(reply, 'untrusted-sender', request);
    if (isLaunch(request)) return undefined;
    if (guard?.hasSession(request.headers.cookie) !== true) return refuse(reply, 'untrusted-sender', request);
    if (request.method === 'POST' && from !== origin) return refuse(reply, 'untrusted-sender', request);
    return undefined;
  });

  server.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, 'too-large', request);
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse(reply, 'wrong-media-type', request);
    if (error.statusCode === 400) return refuse(reply, 'invalid-input', request);
    const reference = log.unexpected('http', error);
    return reply.code(500).send(fail({ code: 'unexpected', reference }));
  });
  server.setNotFoundHandler((request, reply) => refuse(reply, 'not-found', request));

  server.get('/launch/:key', async (request, reply) => {
    const { key } = request.params as { key: string };
    const cookie = guard?.exchange(key) ?? null;
    if (cookie === null) return refuse(reply, 'untrusted-sender', request);
    return reply.header('set-cookie', cookie).redirect('/', 303);
  });

  server.post('/kiosk/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    if (!limit.take()) return reply.code(429).send(fail({ code: 'busy' }));
    const answer = await kiosk.dispatch(name, request.body ?? null);
    const status = answer.ok ? 200 : (STATUS[answer.error.code] ?? 200);
    return reply.code(status).send(answer);
  });

  server.get('/kiosk-events', (request, reply) => serveEvents(kiosk, request, reply));

  await server.register(fastifyStatic, { root: assets, cacheControl: false });
  const address = await server.listen({ host: '127.0.0.1', port: options.port });
  origin = address;
  const opened = createSessionGuard(Number(new URL(address).port), options.lastingKey);
  guard = opened;
  return {
    origin,
    guard: opened,
    launchUrl: () => `${origin}/launch/${opened.issueLaunchKey()}`,
    stop: () => server.close(),
  };
}

function isLaunch({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && url.startsWith('/launch/');
}

/** Only the shape of a path is logged: what follows /launch/ is a secret, what follows anything else is anybody's. */
function knownPath({ url }: FastifyRequest): string {
  return (
    ['/kiosk/', '/launch/', '/kiosk-events', '/assets/'].find((known) => url.startsWith(known)) ?? 'other'
  );
}

const HEARTBEAT = ': here\n\n';
const HEARTBEAT_MS = 15_000;

function serveEvents(kiosk: Behind, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream', connection: 'keep-alive' });
  raw.write(HEARTBEAT);
  const heartbeat = setInterval(() => raw.write(HEARTBEAT), HEARTBEAT_MS);
  const unsubscribe = kiosk.subscribe((event) => raw.write(`data: ${JSON.stringify(event)}\n\n`));
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
