// The one downward channel: a kiosk says how far it has read and is told what came since, at once or when it comes.
import type { FastifyInstance } from 'fastify';
import { News, NEWS_PAGE, NEWS_PATH, NEWS_WAIT_SECONDS, NewsQuery } from '../../domain/contract/news-api.ts';
import { systemTimers } from '../../lib/clock.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import type { Store } from '../store/store.ts';
import { createBell } from './bell.ts';

const schema = {
  ...forKiosks,
  summary: 'What the platform tells its kiosks, behind a cursor; held for a while when there is nothing',
  description: 'Each notice is signed on its own. The cursor confirms everything up to it.',
  security: [{ kiosk: [] }],
  querystring: NewsQuery,
  response: { 200: News, ...refusals },
};

export function newsRoutes(app: FastifyInstance, { store }: { store: Store }, door: KioskDoor): void {
  const bell = createBell(systemTimers, () => store.notices.lastPosition());
  app.addHook('preClose', async () => bell.stop());

  app.get<{ Querystring: NewsQuery }>(
    NEWS_PATH,
    { schema, preValidation: door.letIn({ anyKey: true }) },
    async (request, reply) => {
      const kiosk = kioskIn(request);
      const [after, last, wait] = [request.query.after, request.query.last, request.query.wait].map(Number);
      await store.notices.noteRead(kiosk, after ?? 0, last ?? 0);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const found = await store.notices.behind(kiosk, after ?? 0, NEWS_PAGE);
      if (found.notices.length > 0 || wait === 0) return found;
      const waitMs = Math.min(wait ?? 0, NEWS_WAIT_SECONDS) * 1000;
      await bell.wait(found.upTo, waitMs, gone.signal);
      // Nobody is there to be told, and the database may be closing.
      if (gone.signal.aborted) return found;
      return store.notices.behind(kiosk, after ?? 0, NEWS_PAGE);
    },
  );
}
