import fastify from 'fastify';
import { expect, it } from 'vitest';
import { createLog } from '../../lib/log.ts';
import { createErrorHandler, createRefuse } from './refusals.ts';

async function answerTo(error: Error) {
  const lines: string[] = [];
  const log = createLog('platform', { write: (line) => void lines.push(line) });
  const app = fastify();
  app.setErrorHandler(createErrorHandler(log, createRefuse(log)));
  app.get('/thing/:number', () => {
    throw error;
  });
  const answer = await app.inject('/thing/7');
  await app.close();
  const body = answer.json<{ code: string; reference?: string }>();
  return {
    status: answer.statusCode,
    body,
    retryAfter: answer.headers['retry-after'],
    logged: lines.join(''),
  };
}

const failing = (properties: object) => Object.assign(new Error('王小明 520102199003070014'), properties);

it.each([
  ['a body too large', { statusCode: 413 }, 413, 'too-large'],
  ['a media type not ours', { statusCode: 415 }, 415, 'wrong-media-type'],
  ['a body that cannot be read', { statusCode: 400 }, 400, 'invalid-input'],
  ['a shape not in the contract', { statusCode: 400, validation: [] }, 400, 'invalid-input'],
  ['a database nobody gets through to', { name: 'KnexTimeoutError' }, 503, 'busy'],
  ['a surprise', {}, 500, 'unexpected'],
  ['a surprise from the database', { code: 'SQLITE_CORRUPT' }, 500, 'unexpected'],
])('answers %s with a code, and repeats nothing that was typed', async (_what, properties, status, code) => {
  const answer = await answerTo(failing(properties));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.logged).not.toBe('');
  expect(JSON.stringify(answer.body) + answer.logged).not.toMatch(/王小明|520102199003070014/);
});

it('gives a surprise a reference that stands in the log', async () => {
  const { body, logged } = await answerTo(failing({}));
  expect(body.reference).toMatch(/^E-/);
  expect(logged).toContain(body.reference);
});

it('asks a caller to wait when the database is busy', async () => {
  expect((await answerTo(failing({ name: 'KnexTimeoutError' }))).retryAfter).toBe('5');
});
