// The document other departments program against: it names every route, and its schemas are the contract's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as caseApi from '../../domain/contract/case-api.ts';
import * as consoleApi from '../../domain/contract/console-api.ts';
import * as keyApi from '../../domain/contract/key-api.ts';
import * as newsApi from '../../domain/contract/news-api.ts';
import * as procedureNews from '../../domain/contract/procedure-news.ts';
import * as platformApi from '../../domain/contract/platform-api.ts';
import * as ratingApi from '../../domain/contract/rating-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { newCompileSchema } from '../../lib/schema.ts';
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
/** A schema as the document writes it: one word of one is a list of one, any key is an additional property. */
function asJson(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || key === 'properties')
      return value;
    const { const: only, patternProperties: ofAnyKey, ...rest } = value as Record<string, unknown>;
    if (only !== undefined) return { ...rest, enum: [only] };
    if (typeof ofAnyKey === 'object' && ofAnyKey !== null && '^.*$' in ofAnyKey)
      return { ...rest, additionalProperties: ofAnyKey['^.*$'] };
    return value;
  }) as object;
}

it('is OpenAPI 3.1 and names every route there is', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.title).not.toBe('');
  const { enrol, submissions, time, case: cases, kioskKeys, records, ...paths } = platformApi.platformPaths;
  const { session, cases: list, arrivals, helpCalls } = consoleApi.consolePaths;
  expect(
    operations()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(
    [
      `post ${enrol}`,
      `post ${keyApi.KEY_RENEWAL_PATH}`,
      `get ${newsApi.NEWS_PATH}`,
      `get ${procedureNews.PIECES_PATH}/{hash}`,
      `post ${submissions}`,
      `get ${time}`,
      `get ${cases}/{number}`,
      ...Object.values(caseApi.casePaths).map((path) => `post ${path}`),
      `post ${ratingApi.RATINGS_PATH}`,
      `get ${kioskKeys}`,
      `post ${records}`,
      `get ${paths.staff}`,
      `post ${paths.helpCalls}`,
      `get ${paths.documents}/{digest}`,
      `post ${session}`,
      `delete ${session}`,
      `get ${list}`,
      `get ${list}/{id}`,
      `get ${list}/{id}/documents/{document}`,
      `get ${arrivals}`,
      `get ${helpCalls}`,
      `delete ${helpCalls}/{id}`,
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
  for (const schema of schemas) expect(() => newCompileSchema()(schema)).not.toThrow();
});

it.each<[string, object | null, string, object]>([
  ['post /v1/enrolments', platformApi.EnrolmentRequest, '201', platformApi.Enrolled],
  ['post /v1/submissions', platformApi.SubmissionBatch, '200', platformApi.AcknowledgementBatch],
  ['get /v1/time', null, '200', platformApi.PlatformTime],
  ['get /v1/cases/{number}', null, '200', caseApi.CaseStatus],
  ['post /v1/case-statuses', caseApi.CaseStatusRequest, '200', caseApi.CaseStatus],
  ['post /v1/cases-of-a-person', caseApi.CasesOfRequest, '200', caseApi.CasesOf],
  ['post /v1/loans', caseApi.LoanRequest, '200', caseApi.Loan],
  ['post /v1/ratings', ratingApi.RatingBatch, '200', ratingApi.RatingAnswers],
  ['post /v1/records', platformApi.RecordRequest, '200', platformApi.LentRecord],
  ['post /v1/help-calls', null, '200', platformApi.HelpHeard],
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
  ['get /console/api/help-calls', '200', consoleApi.HelpCalls],
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
    'post /v1/kiosk-key',
    'post /v1/submissions',
    'get /v1/time',
    'get /v1/cases/{number}',
    'post /v1/case-statuses',
    'post /v1/cases-of-a-person',
    'post /v1/loans',
    'post /v1/ratings',
    'post /v1/records',
    'get /v1/staff',
    'post /v1/help-calls',
    'get /v1/news',
    'get /v1/procedure-pieces/{hash}',
    'get /v1/documents/{digest}',
  ]);
});
