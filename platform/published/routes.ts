import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { Piece, PieceHash, PIECES_PATH } from '../../domain/contract/procedure-news.ts';
import type { KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import type { Store } from '../store/store.ts';

const Params = Type.Object({ hash: PieceHash });

const schema = {
  ...forKiosks,
  summary: 'A piece of a published procedure, by its hash: the procedure itself, or a catalogue it names',
  description:
    'The hash stands in a signed notice. A kiosk that knows an older key is answered, as with the news.',
  security: [{ kiosk: [] }],
  params: Params,
  response: { 200: Piece, ...refusals },
};

export function pieceRoute(
  app: FastifyInstance,
  { store, refuse }: { store: Store; refuse: Refuse },
  door: KioskDoor,
): void {
  app.get<{ Params: Static<typeof Params> }>(
    `${PIECES_PATH}/:hash`,
    // A kiosk cannot go on to the notice of other keys before it has taken what stands before that.
    { schema, preValidation: door.letIn({ anyKey: true }) },
    async (request, reply) => {
      const { hash } = request.params;
      const text = (await store.published.pieces([hash])).get(hash);
      return text === undefined ? refuse(request, reply, 'not-found') : { text };
    },
  );
}
