import type { FastifyInstance } from 'fastify';
import {
  RatingAnswers,
  RatingBatch,
  RATINGS_PATH,
  type RatingItem,
} from '../../domain/contract/rating-api.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import { takeRating, type RatingParts } from './take-rating.ts';

export function ratingRoutes(app: FastifyInstance, parts: RatingParts, door: KioskDoor): void {
  const schema = {
    ...forKiosks,
    summary: 'Hands in sealed ratings; each is answered on its own',
    security: [{ kiosk: [] }],
    body: RatingBatch,
    response: { 200: RatingAnswers, ...refusals },
  };
  app.post<{ Body: { items: RatingItem[] } }>(
    RATINGS_PATH,
    { schema, preValidation: door.letIn() },
    async (request) => {
      const answers: RatingAnswers['answers'] = [];
      for (const item of request.body.items) answers.push(await takeRating(parts, kioskIn(request), item));
      return { answers };
    },
  );
}
