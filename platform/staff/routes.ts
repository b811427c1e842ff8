import type { FastifyInstance } from 'fastify';
import { platformPaths, SignedStaffList } from '../../domain/contract/platform-api.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import type { Store } from '../store/store.ts';
import { signedStaffList } from './accounts.ts';

export interface StaffRoutesParts {
  store: Store;
  signingKey: SigningKey;
  clock: Clock;
  door: KioskDoor;
}

const schema = {
  ...forKiosks,
  summary: 'The staff who may sign in at this kiosk, as a list signed by the platform',
  security: [{ kiosk: [] }],
  response: { 200: SignedStaffList, ...refusals },
};

export function staffRoutes(
  app: FastifyInstance,
  { store, signingKey, clock, door }: StaffRoutesParts,
): void {
  app.get(platformPaths.staff, { schema, preValidation: door.letIn() }, async (request) =>
    signedStaffList(store, signingKey, kioskIn(request).division, clock.now()),
  );
}
