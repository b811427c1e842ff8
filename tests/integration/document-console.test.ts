// An officer looks at documents: those that are here open, in a page that can do nothing; the others say where they are.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consolePaths, type CaseView } from '../../domain/contract/console-api.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { sealDocument } from '../../lib/document-crypto.ts';
import { jpeg } from '../builders/files.ts';
import { preparedLibraryCard } from '../builders/library-card.ts';
import { enrolKiosk, sealItem, send } from '../builders/platform-kiosk.ts';
import { employ, zhou } from '../builders/staff.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import { openDocumentCity, type DocumentCity } from '../document-city.ts';
import { ask } from '../fill-in.ts';
import { on, photographAll } from '../hand-in-documents.ts';

let city: DocumentCity;
let cookie: string;
let caseId: string;

async function asked(path: string, headers: Record<string, string> = { cookie }): Promise<Response> {
  return fetch(new URL(path, city.platform.url), { headers });
}

async function signIn(): Promise<string> {
  const [, token] = city.platform.consoleUrl.split('#');
  const response = await fetch(new URL(consolePaths.session, city.platform.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const pathOf = (document: string) => `${consolePaths.cases}/${caseId}/documents/${document}`;

async function caseView(): Promise<CaseView> {
  return (await (await asked(`${consolePaths.cases}/${caseId}`)).json()) as CaseView;
}

beforeAll(async () => {
  city = await openDocumentCity();
  let view = await photographAll(city.send, await city.arrive(), 'lease', [await jpeg(), await jpeg()]);
  view = await photographAll(city.send, view, 'landlord-consent', [await jpeg()]);
  view = on(await ask(city.send, 'declareDocument', { page: view.page, document: 'income' }), 'documents');
  const { number } = await city.submit(view);
  await city.kiosk.drain();
  cookie = await signIn();
  caseId = await city.atPlatform(async (store) => {
    return (await store.cases.byReceiptNumber('520103', number))?.id ?? '';
  });
});
afterAll(() => city.stop());

it('says of each document of a case what holds, what may be relied on, and when it came', async () => {
  const { documents, history } = await caseView();
  expect(documents.map(({ title, state }) => [title.en, state])).toEqual([
    ['Photograph', 'to-follow'],
    ['Lease', 'attached'],
    ['The landlord’s consent', 'attached'],
    ['Proof of income', 'declared'],
  ]);
  expect(documents[1]?.file).toMatchObject({ id: 'lease', mediaType: 'application/pdf', pages: 2 });
  expect(documents[1]?.file?.trust.en).toBe('Copied by the applicant, not compared with the original');
  expect(documents[1]?.file?.arrivedAt).toMatch(/^\d{4}-/);
  expect(documents[3]?.declares?.en).toContain('regular income');
  expect(history.map(({ title }) => title.en)).toContain('All documents have arrived');
});

it.each([
  ['lease', 'application/pdf', '%PDF-'],
  ['landlord-consent', 'image/jpeg', '\xff\xd8\xff'],
])(
  'opens %s as it was handed in, in a page that can do nothing and leaves nothing',
  async (id, type, begins) => {
    const response = await asked(pathOf(id));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1').startsWith(begins)).toBe(true);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy.split('; ')).toContain('sandbox');
    expect(policy).not.toMatch(/allow-|unsafe/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="document\.(pdf|jpg)"$/);
  },
);

it('opens nothing for somebody without a session, or on another’s page', async () => {
  expect((await asked(pathOf('lease'), {})).status).toBe(401);
  expect((await asked(pathOf('lease'), { cookie, origin: 'https://example.org' })).status).toBe(403);
});

it.each(['photo', 'income', 'nothing'])('has nothing to open for %s', async (id) => {
  expect((await asked(pathOf(id))).status).toBe(404);
});

it('opens nothing that was altered at the platform', async () => {
  const { documents } = await city.application((await city.platform.caseNumbers())[0] ?? '');
  const consent = documents.find(({ id }) => id === 'landlord-consent');
  if (consent?.state !== 'attached') throw new Error('not attached');
  const folder = join(city.folder, 'platform', 'documents', consent.digest.slice(0, 2));
  writeFileSync(join(folder, consent.digest), 'other bytes');
  expect((await asked(pathOf('landlord-consent'))).status).toBe(404);
});

it('shows what is still on its way as that', async () => {
  const kiosk = await enrolKiosk(city.platform.url, await city.platform.issueEnrolmentCode('520103'));
  const [clerk] = await city.atPlatform((store) => employ(store, [zhou]));
  const prepared = preparedLibraryCard(tenancy);
  const { digest, key } = sealDocument(Buffer.alloc(1000));
  const follow = (id: string): HeldDocument => ({ id, rule: id, state: 'to-follow', dueOn: '2026-12-09' });
  const consent: HeldDocument = {
    id: 'landlord-consent',
    rule: 'landlord-consent',
    state: 'attached',
    digest,
    key,
    mediaType: 'image/jpeg',
    bytes: 1000,
    pages: 1,
    trust: 'B',
  };
  const item = sealItem(kiosk, prepared, 1, tenantAnswers(), {
    header: { documents: [{ id: 'landlord-consent', digest }] },
    application: {
      documents: [follow('photo'), follow('lease'), consent, follow('income')],
      attended: { staff: clerk?.number ?? '', name: zhou.name, entered: [] },
    },
  });
  const [answer] = await send(kiosk, item);
  expect(answer?.result).toBe('taken');
  caseId = answer?.case ?? '';
  const { documents, history } = await caseView();
  expect(documents[2]?.file).toMatchObject({
    arrivedAt: null,
    trust: { en: 'Staff compared it with the original' },
  });
  expect(history.map(({ title }) => title.en)).not.toContain('All documents have arrived');
  expect((await asked(pathOf('landlord-consent'))).status).toBe(404);
});
