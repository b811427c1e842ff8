import type { FastifyInstance } from 'fastify';
import { KEY_RENEWAL_PATH, KeyRenewal, KeyRenewed } from '../../domain/contract/key-api.ts';
import { Enrolled, EnrolmentRequest, platformPaths } from '../../domain/contract/platform-api.ts';
import { fingerprint } from '../../lib/keys.ts';
import type { KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import { enrol, type EnrolmentParts } from './enrolment.ts';
import { keyThatAsks, renewKey } from './renew-key.ts';
import type { Kiosk } from '../store/kiosks.ts';
import { createGuessLimit } from './guess-limit.ts';

const schema = {
  ...forKiosks,
  summary: 'Makes a machine a kiosk, with a one-time code',
  description: 'Signed with the key in the body; the key id is its fingerprint.',
  body: EnrolmentRequest,
  response: { 201: Enrolled, ...refusals },
};

const renewal = {
  ...forKiosks,
  summary: 'Changes the key of a kiosk',
  description:
    'Signed with the key in force; the new one signs what it is for in `proof`. May be asked for again.',
  security: [{ kiosk: [] }],
  body: KeyRenewal,
  response: { 200: KeyRenewed, ...refusals },
};

export function enrolmentRoutes(
  app: FastifyInstance,
  parts: EnrolmentParts,
  door: KioskDoor,
  refuse: Refuse,
): void {
  const guesses = createGuessLimit();

  app.post<{ Body: EnrolmentRequest }>(platformPaths.enrol, { schema }, async (request, reply) => {
    const waitMs = guesses.waitMs(request.ip, parts.clock.monotonicMs());
    if (waitMs > 0) return refuse(request, reply.header('retry-after', Math.ceil(waitMs / 1000)), 'busy');
    const { publicKey } = request.body;
    // Whoever enrols a key must have it. A new machine's clock may be wrong: the code is used once, not the hour.
    const keyOf = async (keyId: string) => (keyId === fingerprint(publicKey) ? publicKey : null);
    const verified = await door.verify(request, keyOf, { anyTime: true });
    if (!verified.ok) return door.turnAway(request, reply, verified.error);
    const enrolled = await enrol(parts, request.body);
    if (enrolled.ok) return reply.code(201).send(enrolled.value);
    guesses.noteWrong(request.ip, parts.clock.monotonicMs());
    return refuse(request, reply, enrolled.error);
  });

  app.post<{ Body: KeyRenewal }>(KEY_RENEWAL_PATH, { schema: renewal }, async (request, reply) => {
    let kiosk: Kiosk | null = null;
    const verified = await door.verify(request, async (keyId) => {
      kiosk = await parts.store.kiosks.byId(keyId);
      return kiosk === null ? null : keyThatAsks(kiosk, request.body.publicKey);
    });
    if (!verified.ok) return door.turnAway(request, reply, verified.error);
    const asking = kiosk as Kiosk | null;
    if (asking === null) return refuse(request, reply, 'not-authorised');
    const turnedAway = door.turnAwayStopped(request, reply, asking);
    if (turnedAway !== null) return turnedAway;
    const renewed = await renewKey(parts, asking, request.body);
    if (!renewed.ok) return refuse(request, reply, renewed.error, 400);
    return { publicKey: request.body.publicKey };
  });
}
