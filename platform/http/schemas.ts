// One schema language: the contract's schemas guard the door and make the OpenAPI document, compiled by the one validator.
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { MEDIA_TYPE } from '../../domain/contract/platform-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { compile } from '../../lib/schema.ts';

const DESCRIPTION = `Kiosks sign every request (RFC 9421, ECDSA P-256) over method, authority, path, query and, with a
body, content-type and content-digest (RFC 9530); every answer under /v1/ is signed by the platform over status,
content-type and content-digest and carries the request's nonce. The console's routes need the cookie that its token is
exchanged for.`;

/** What the routes for kiosks speak. */
export const forKiosks = { consumes: [MEDIA_TYPE], produces: [MEDIA_TYPE] };

/** What every route may answer besides its own. */
export const refusals = { '4xx': Refusal, '5xx': Refusal };

/** Registers before any route: only routes that come after are in the document. */
export async function useContractSchemas(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler<TSchema>(({ schema }) => {
    const isValid = compile(schema);
    return (value: unknown) => (isValid(value) ? { value } : { error: new Error('invalid-input') });
  });
  // What we answer is ours; the schemas of answers are there to be read.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'OneWindow sharing platform', version: '1', description: DESCRIPTION },
      components: {
        securitySchemes: {
          kiosk: { type: 'http', scheme: 'signature', description: 'HTTP Message Signatures, RFC 9421' },
          console: { type: 'apiKey', in: 'cookie', name: 'onewindow-console' },
        },
      },
    },
  });
}
