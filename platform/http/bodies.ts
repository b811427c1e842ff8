// Bodies, limited and kept as they came: a digest is taken over bytes, not over what they mean.
import type { FastifyInstance, FastifyRequest } from 'fastify';

class NotJsonError extends Error {
  override name = 'NotJsonError';
  readonly statusCode = 400;
}

/** Takes JSON under this media type only; other types are refused. */
export function takeJsonAs(app: FastifyInstance, mediaType: string, bodyLimit: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    mediaType,
    { parseAs: 'buffer', bodyLimit },
    async (request: FastifyRequest, body: Buffer): Promise<unknown> => {
      request.rawBody = body;
      try {
        return JSON.parse(body.toString('utf8')) as unknown;
      } catch {
        throw new NotJsonError('the body is no JSON');
      }
    },
  );
}
