// Documents on their way from kiosks: resumable uploads by tus 1.0, behind the door that every kiosk's request passes.
// Only what a submission of this very kiosk names is taken, and nothing of it counts before its digest is right.
import { Server } from '@tus/server';
import { Type } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  DOCUMENT_CHUNK_BYTES,
  DocumentDigest,
  DocumentStatus,
  platformPaths,
  TUS_CHUNK,
} from '../../domain/contract/platform-api.ts';
import { kioskIn, type KioskDoor } from '../http/kiosk-door.ts';
import type { Refuse } from '../http/refusals.ts';
import { forKiosks, refusals } from '../http/schemas.ts';
import type { StoredDocument } from '../store/documents.ts';
import { settle, type ArrivalParts } from './arrivals.ts';
import { createUploadStore } from './upload-store.ts';

export interface DocumentRoutesParts extends ArrivalParts {
  door: KioskDoor;
  refuse: Refuse;
}

const Digest = Type.Object({ digest: DocumentDigest });
const security = [{ kiosk: [] }];
const UPLOAD = `${platformPaths.documents}/:digest`;

interface ByParam {
  Params: { digest: string };
}
interface ByQuery {
  Querystring: { digest: string };
}

export async function documentRoutes(app: FastifyInstance, parts: DocumentRoutesParts): Promise<void> {
  const { store, depot } = parts;
  const tus = new Server({
    path: platformPaths.documents,
    relativeLocation: true,
    // No page of anybody's asks here.
    allowedOrigins: [],
    datastore: createUploadStore(store, depot),
    namingFunction: (request) => new URL(request.url).searchParams.get('digest') ?? '',
  });
  await app.register(async (scope) => {
    takeChunks(scope);
    statusRoute(scope, parts);
    uploadRoutes(scope, parts, tus);
  });
}

/** A chunk is held whole before anything is done with it: its signature stands over all of it. */
function takeChunks(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    TUS_CHUNK,
    { parseAs: 'buffer', bodyLimit: DOCUMENT_CHUNK_BYTES },
    async (request: FastifyRequest, body: Buffer) => {
      request.rawBody = body;
      return body;
    },
  );
}

/** The document that this kiosk may send; null: no submission of it names one. */
async function ownDocument(
  { store }: DocumentRoutesParts,
  request: FastifyRequest,
  digest: string,
): Promise<StoredDocument | null> {
  const document = await store.documents.byDigest(digest);
  const kiosk = kioskIn(request);
  return document?.kiosk === kiosk.id && document.division === kiosk.division ? document : null;
}

function statusRoute(scope: FastifyInstance, parts: DocumentRoutesParts): void {
  const { door, refuse } = parts;
  const schema = {
    ...forKiosks,
    summary: 'Whether a document is all here: the only word about it that counts',
    security,
    params: Digest,
    response: { 200: DocumentStatus, ...refusals },
  };
  scope.get<ByParam>(UPLOAD, { schema, preValidation: door.letIn() }, async (request, reply) => {
    const { digest } = request.params;
    const document = await ownDocument(parts, request, digest);
    if (document === null) return refuse(request, reply, 'not-found');
    return { digest, state: await settle(parts, document) };
  });
}

function uploadRoutes(scope: FastifyInstance, parts: DocumentRoutesParts, tus: Server): void {
  const { door, refuse } = parts;
  const hidden = { preValidation: door.letIn(), schema: { hide: true, params: Digest } };

  scope.post<ByQuery>(
    platformPaths.documents,
    { preValidation: door.letIn(), schema: { hide: true, querystring: Digest } },
    async (request, reply) => {
      const document = await ownDocument(parts, request, request.query.digest);
      if (document === null) return refuse(request, reply, 'not-found');
      if (request.headers['upload-length'] !== String(document.bytes))
        return refuse(request, reply, 'invalid-input');
      return pass(tus, request, reply);
    },
  );
  scope.route<ByParam>({
    method: ['HEAD', 'PATCH'],
    url: UPLOAD,
    ...hidden,
    async handler(request, reply) {
      const document = await ownDocument(parts, request, request.params.digest);
      if (document === null) return refuse(request, reply, 'not-found');
      return pass(tus, request, reply);
    },
  });
}

/** What tus says beside its status; the rest of its headers is for browsers. */
const TOLD = ['location', 'tus-resumable', 'upload-offset', 'upload-length', 'cache-control'];

/** Hands a request that was let in to the tus server, and its answer on. */
async function pass(tus: Server, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const answer = await tus.handleWeb(asWebRequest(request));
  for (const name of TOLD) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  return reply.code(answer.status).send('');
}

function asWebRequest({ method, url, headers, rawBody }: FastifyRequest): Request {
  const named = Object.entries(headers).filter(
    ([name]) => name.startsWith('upload-') || name.startsWith('tus-'),
  );
  const type: [string, string][] = rawBody === null ? [] : [['content-type', TUS_CHUNK]];
  return new Request(new URL(url, 'http://platform'), {
    method,
    headers: [...named.map(([name, value]): [string, string] => [name, String(value)]), ...type],
    body: rawBody === null ? null : new Uint8Array(rawBody),
  });
}
