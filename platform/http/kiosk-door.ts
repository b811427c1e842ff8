// The door for kiosks: a request is answered when a kiosk of ours signed it just now and it was not seen before.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KNOWN_KEY_HEADER } from '../../domain/contract/news-api.ts';
import type { Clock } from '../../lib/clock.ts';
import { createNonceMemory, verifyRequest, type SignatureFault } from '../../lib/http-signature.ts';
import type { Result } from '../../domain/result.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import { createNonceLedger } from './nonce-ledger.ts';
import type { Refuse } from './refusals.ts';
import { headersOf } from './signed-answers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came; null when there was none. */
    rawBody: Buffer | null;
    /** Who signed the request; null until the door has asked. */
    kiosk: Kiosk | null;
  }
}

export interface KioskDoorParts {
  store: Store;
  clock: Clock;
  refuse: Refuse;
  /** Fingerprint of the key in force. */
  platformKey: string;
}

type KeyOf = (keyId: string) => Promise<string | null>;

export interface KioskDoor {
  /** Verifies a request against a key; every nonce passes once, whichever route it is for. */
  verify(
    request: FastifyRequest,
    keyOf: KeyOf,
    how?: { anyTime?: boolean },
  ): Promise<Result<unknown, SignatureFault>>;
  /** A preValidation hook (`anyKey`: also for a kiosk that knows an older key of the platform): puts the kiosk into the request, or refuses. */
  letIn(how?: {
    anyTime?: boolean;
    anyKey?: boolean;
  }): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /**
   * Says no to a kiosk that is answered no more; null: it is. Asked after the signature was checked: nobody else learns
   * what became of a kiosk, and the kiosk is told in signed words that it may believe.
   */
  turnAwayStopped(request: FastifyRequest, reply: FastifyReply, kiosk: Kiosk | null): FastifyReply | null;
  /** Says no to a request that was not signed as it must be. */
  turnAway(request: FastifyRequest, reply: FastifyReply, fault: SignatureFault): FastifyReply;
}

export function createKioskDoor({ store, clock, refuse, platformKey }: KioskDoorParts): KioskDoor {
  // Without a limit of time no memory is long enough: those answers change nothing, or take a code that is used once.
  const [passing, kept] = [createNonceMemory(), createNonceLedger(store)];

  function verify(request: FastifyRequest, keyOf: KeyOf, how: { anyTime?: boolean } = {}) {
    const nonces = how.anyTime === true ? passing : kept;
    const { method, rawBody: body } = request;
    // The name the kiosk knows us by is signed as well; a proxy in between must leave it as it is.
    const url = `http://${request.headers.host}${request.url}`;
    return verifyRequest({ method, url, body, headers: headersOf(request) }, keyOf, clock.now(), nonces, how);
  }

  function turnAway(request: FastifyRequest, reply: FastifyReply, fault: SignatureFault): FastifyReply {
    if (fault === 'key-unknown' || fault === 'signature-missing')
      return refuse(request, reply, 'not-authorised');
    if (fault === 'signature-old') return refuse(request, reply, 'clock-differs');
    // The bytes were changed on the way: that kiosk may try again and need not call anybody.
    return refuse(request, reply, 'signature-wrong', fault === 'digest-wrong' ? 400 : 401);
  }

  function turnAwayStopped(
    request: FastifyRequest,
    reply: FastifyReply,
    kiosk: Kiosk | null,
  ): FastifyReply | null {
    const stopped = kiosk?.stopped ?? null;
    if (stopped === null) return null;
    return refuse(request, reply, stopped === 'forked' ? 'kiosk-forked' : 'kiosk-revoked');
  }

  return {
    verify,
    turnAway,
    turnAwayStopped,
    letIn: (how) => async (request, reply) => {
      let kiosk: Kiosk | null = null;
      const verified = await verify(
        request,
        async (keyId) => {
          kiosk = await store.kiosks.byId(keyId);
          return kiosk?.publicKey ?? null;
        },
        how,
      );
      if (!verified.ok) return turnAway(request, reply, verified.error);
      // It pins a key that is in force no more, and would believe nothing of what follows: the news come first.
      const known = request.headers[KNOWN_KEY_HEADER];
      if (how?.anyKey !== true && how?.anyTime !== true && known !== undefined && known !== platformKey)
        return refuse(request, reply, 'keys-changed');
      const turnedAway = turnAwayStopped(request, reply, kiosk);
      if (turnedAway !== null) return turnedAway;
      request.kiosk = kiosk;
      return undefined;
    },
  };
}

/** Who stands behind the door. Throws on a route that forgot the door. */
export function kioskIn(request: FastifyRequest): Kiosk {
  if (request.kiosk === null) throw new Error('this route has no door');
  return request.kiosk;
}
