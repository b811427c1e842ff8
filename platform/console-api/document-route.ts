// An officer looks at a document. It is opened for this answer and kept nowhere; what comes out of it may be shown, and may
// do nothing: no script of it runs, nothing is guessed about its type, no cache keeps it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { consolePaths, DocumentParams } from '../../domain/contract/console-api.ts';
import type { MediaType } from '../../domain/documents/limits.ts';
import { openCurrent, type OpenParts } from '../cases/open-application.ts';
import type { Depot } from '../documents/depot.ts';
import type { Refuse } from '../http/refusals.ts';
import { refusals } from '../http/schemas.ts';
import type { Store } from '../store/store.ts';
import { readDocument } from './case-documents.ts';
import type { ConsoleDoor } from './door.ts';

export interface DocumentRouteParts extends OpenParts {
  store: Store;
  depot: Depot;
  refuse: Refuse;
}

const POLICY = "default-src 'none'; img-src 'self'; object-src 'self'; frame-ancestors 'none'; sandbox";

/** A name that says nothing: downloads are listed where others may look. */
const NAMES: Record<MediaType, string> = {
  'application/pdf': 'document.pdf',
  'image/jpeg': 'document.jpg',
  'image/png': 'document.png',
};

interface Asked {
  Params: DocumentParams;
}

export function documentRoute(scope: FastifyInstance, parts: DocumentRouteParts, door: ConsoleDoor): void {
  const schema = {
    summary: 'A document of a case, as it was handed in',
    security: [{ console: [] }],
    params: DocumentParams,
    produces: Object.keys(NAMES),
    response: { 200: { type: 'string', contentMediaType: 'application/octet-stream' }, ...refusals },
  };
  scope.get<Asked>(
    `${consolePaths.cases}/:id/documents/:document`,
    { schema, onRequest: door.withSession },
    (request, reply) => sendDocument(parts, request, reply),
  );
}

async function sendDocument(
  parts: DocumentRouteParts,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { store, depot, refuse } = parts;
  const { id, document } = request.params;
  const found = await store.cases.byId(id);
  const opened = found === null ? null : await openCurrent(found, store, parts);
  const file = opened === null ? null : await readDocument(opened.application, document, depot);
  if (file === null) return refuse(request, reply, 'not-found');
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-disposition': `inline; filename="${NAMES[file.mediaType]}"`,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(file.bytes);
}
