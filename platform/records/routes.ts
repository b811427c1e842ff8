import type { FastifyInstance } from 'fastify';
import { LentRecord, platformPaths, RecordRequest } from '../../domain/contract/platform-api.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import { lend, type LendParts } from './lend.ts';
import { createAskLimit } from './ask-limit.ts';

export interface RecordParts extends LendParts {
  /** How often one kiosk may ask in ten minutes. */
  recordAsks: number;
}

export function recordRoutes(
  app: FastifyInstance,
  parts: RecordParts,
  door: KioskDoor,
  refuse: Refuse,
): void {
  const limit = createAskLimit(parts.recordAsks);
  const schema = {
    ...forKiosks,
    summary:
      'Lends a record for an application that is being filled in; every read is written down, granted or not',
    security: [{ kiosk: [] }],
    body: RecordRequest,
    response: { 200: LentRecord, ...refusals },
  };
  app.post<{ Body: RecordRequest }>(
    platformPaths.records,
    { schema, preValidation: door.letIn() },
    async (request, reply) => {
      const kiosk = kioskIn(request);
      if (!limit.take(kiosk.id, parts.clock.monotonicMs())) return refuse(request, reply, 'busy');
      const lent = await lend(parts, kiosk, request.body);
      return lent.ok ? lent.value : refuse(request, reply, lent.error);
    },
  );
}
