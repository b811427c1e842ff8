// The document other departments program against: it names every route, and its schemas are the contract's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as consoleApi from '../../domain/contract/console-api.ts';
import * as platformApi from '../../domain/contract/platform-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { compileSchema } from '../../lib/schema.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

interface Media {
  content?: Record<string, { schema: object }>;
  description?: string;
}
interface Operation {
  summary?: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: Media;
  responses: Record<string, Media>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  components: { securitySchemes: Record<string, object> };
  paths: Record<string, Record<string, Operation>>;
}

let desk: Desk;
let document: Document;

beforeAll(async () => {
  desk = await openDesk();
  const answer = await fetch(new URL('/openapi.json', desk.platform.url));
  expect(answer.status).toBe(200);
  document = (await answer.json()) as Document;
});
afterAll(() => desk.stop());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
  );
const asJson = (schema: object) => JSON.parse(JSON.stringify(schema)) as object;

it('is OpenAPI 3.1 and names every route there is', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.title).not.toBe('');
  const { enrol, submissions, time, case: cases, kioskKeys } = platformApi.platformPaths;
  const { session, cases: list, arrivals } = consoleApi.consolePaths;
  expect(
    operations()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(
    [
      `post ${enrol}`,
      `post ${submissions}`,
      `get ${time}`,
      `get ${cases}/{number}`,
      `get ${kioskKeys}`,
      `post ${session}`,
      `delete ${session}`,
      `get ${list}`,
      `get ${list}/{id}`,
      `get ${arrivals}`,
    ].toSorted(),
  );
});

it('is whole: every operation has words, answers, and the parameters of its path', () => {
  for (const { name, path, operation } of operations()) {
    expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w+/)]);
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    for (const answer of Object.values(operation.responses)) expect(typeof answer.description).toBe('string');
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect([name, declared.map((one) => one.name)]).toEqual([name, inPath]);
    expect(declared.every(({ required }) => required === true)).toBe(true);
    for (const needs of operation.security ?? [])
      for (const scheme of Object.keys(needs))
        expect(document.components.securitySchemes).toHaveProperty(scheme);
  }
});

it('has only schemas that are schemas', () => {
  const schemas = operations().flatMap(({ operation }) => [
    ...(operation.parameters ?? []).map(({ schema }) => schema),
    ...[operation.requestBody, ...Object.values(operation.responses)].flatMap((media) =>
      Object.values(media?.content ?? {}).map(({ schema }) => schema),
    ),
  ]);
  expect(schemas.length).toBeGreaterThan(20);
  for (const schema of schemas) expect(() => compileSchema(schema)).not.toThrow();
});

it.each<[string, object | null, string, object]>([
  ['post /v1/enrolments', platformApi.EnrolmentRequest, '201', platformApi.Enrolled],
  ['post /v1/submissions', platformApi.SubmissionBatch, '200', platformApi.AcknowledgementBatch],
  ['get /v1/time', null, '200', platformApi.PlatformTime],
  ['get /v1/cases/{number}', null, '200', platformApi.CaseStatus],
  ['get /v1/kiosk-keys', null, '200', platformApi.KioskKeys],
])('%s takes and gives what the contract says, in the kiosks’ media type', (name, takes, status, gives) => {
  const operation = operations().find((one) => one.name === name)?.operation;
  const schemaIn = (media: Media | undefined) => media?.content?.[platformApi.MEDIA_TYPE]?.schema ?? null;
  expect(schemaIn(operation?.requestBody)).toEqual(takes === null ? null : asJson(takes));
  expect(schemaIn(operation?.responses[status])).toEqual(asJson(gives));
  expect(schemaIn(operation?.responses['4XX'])).toEqual(asJson(Refusal));
});

it.each<[string, string, object]>([
  ['get /console/api/cases', '200', consoleApi.CasePage],
  ['get /console/api/cases/{id}', '200', consoleApi.CaseView],
  ['get /console/api/arrivals', '200', consoleApi.Arrivals],
])('%s gives what the contract says, to whoever has a session', (name, status, gives) => {
  const operation = operations().find((one) => one.name === name)?.operation;
  expect(operation?.security).toEqual([{ console: [] }]);
  expect(operation?.responses[status]?.content?.['application/json']?.schema).toEqual(asJson(gives));
});

it('says which routes need a kiosk’s signature', () => {
  const signed = operations().filter(({ operation }) =>
    operation.security?.some((needs) => 'kiosk' in needs),
  );
  expect(signed.map(({ name }) => name)).toEqual([
    'post /v1/submissions',
    'get /v1/time',
    'get /v1/cases/{number}',
  ]);
});
