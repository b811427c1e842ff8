import type { FastifyInstance } from 'fastify';
import { Enrolled, EnrolmentRequest, platformPaths } from '../../domain/contract/platform-api.ts';
import { fingerprint } from '../../lib/keys.ts';
import type { KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import { enrol, type EnrolmentParts } from './enrolment.ts';
import { createGuessLimit } from './guess-limit.ts';

const schema = {
  ...forKiosks,
  summary: 'Makes a machine a kiosk, with a one-time code',
  description: 'Signed with the key in the body; the key id is its fingerprint.',
  body: EnrolmentRequest,
  response: { 201: Enrolled, ...refusals },
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
}
