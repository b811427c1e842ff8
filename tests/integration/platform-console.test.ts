// What the console's pages are told, and who may ask.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CasePage, CaseView, consolePaths } from '../../domain/contract/console-api.ts';
import { compile } from '../../lib/schema.ts';
import { libraryCard, preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { employ, zhou } from '../builders/staff.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

const prepared = preparedLibraryCard();
let pages: string;
let time: ManualTime;
let desk: Desk;
let kiosk: PlatformKiosk;
let cookie: string;

beforeEach(async () => {
  pages = mkdtempSync(join(tmpdir(), 'onewindow-pages-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>x</title>');
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'assets', 'start.js'), 'start()');
  time = manualTime(new Date('2026-11-24T02:00:00.000Z'));
  desk = await openDesk({ clock: time.clock, consoleFolder: pages });
  kiosk = await desk.newKiosk();
  cookie = await signIn();
});
afterEach(async () => {
  await desk.stop();
  rmSync(pages, { recursive: true, force: true });
});

const url = (path: string) => new URL(path, desk.platform.url).href;
const token = () => new URL(desk.platform.consoleUrl).hash.slice(1);

function exchange(given: string, headers: Record<string, string> = {}) {
  return fetch(url(consolePaths.session), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token: given }),
  });
}

async function signIn(): Promise<string> {
  const answer = await exchange(token());
  expect(answer.status).toBe(204);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function get(path: string, headers: Record<string, string> = { cookie }) {
  return fetch(url(path), { headers });
}

async function page(query = ''): Promise<CasePage> {
  const value: unknown = await (await get(`${consolePaths.cases}${query}`)).json();
  if (!compile(CasePage)(value)) throw new Error(`no page: ${JSON.stringify(value)}`);
  return value;
}

async function handIn(from: number, to = from): Promise<void> {
  for (let sequence = from; sequence <= to; sequence += 1) {
    time.pass(1000);
    const item = sealItem(kiosk, prepared, sequence, readerAnswers(), {}, time.clock.now());
    expect(await send(kiosk, item)).toMatchObject([{ result: 'taken' }]);
  }
}

/** Asks with headers that a browser would set itself, which `fetch` does not let us. */
function askAs(headers: Record<string, string>): Promise<number> {
  const { port } = new URL(desk.platform.url);
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: consolePaths.cases, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('carries its token where no browser sends it', () => {
  const { pathname, search, hash } = new URL(desk.platform.consoleUrl);
  expect([pathname, search]).toEqual(['/console/', '']);
  expect(hash).toMatch(/^#[A-Za-z0-9_-]{43}$/);
});

it('gives a cookie for the token that no script and no other site can use', async () => {
  const header = (await exchange(token())).headers.get('set-cookie') ?? '';
  expect(header).toMatch(/; Path=\/console\/; Max-Age=43200; HttpOnly; SameSite=Strict$/);
  expect(header).not.toContain(token());
});

it.each([
  ['nobody', () => ({})],
  ['an invented cookie', () => ({ cookie: `${cookie.split('=')[0]}=${'A'.repeat(43)}` })],
  ['the token instead of a session', () => ({ cookie: `${cookie.split('=')[0]}=${token()}` })],
  ['an empty cookie', () => ({ cookie: `${cookie.split('=')[0]}=` })],
])('shows nothing to %s', async (_who, headers) => {
  await handIn(1);
  const [{ id } = { id: '' }] = (await page()).cases;
  for (const path of [consolePaths.cases, consolePaths.arrivals, `${consolePaths.cases}/${id}`]) {
    const answer = await get(path, headers());
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'not-authorised' }]);
  }
});

it('gives no session for a wrong token', async () => {
  for (const wrong of ['x', `${token()}x`, token().toLowerCase()])
    expect((await exchange(wrong)).status).toBe(401);
  expect(desk.logged()).not.toContain(token());
});

it('ends a session after a working day, at its end, and with the platform', async () => {
  const other = await signIn();
  time.pass(12 * 3_600_000 - 1);
  expect((await get(consolePaths.cases)).status).toBe(200);
  await fetch(url(consolePaths.session), { method: 'DELETE', headers: { cookie: other } });
  expect((await get(consolePaths.cases, { cookie: other })).status).toBe(401);
  time.pass(1);
  expect((await get(consolePaths.cases)).status).toBe(401);
  const last = await signIn();
  await desk.restart();
  expect((await get(consolePaths.cases, { cookie: last })).status).toBe(401);
});

it.each([
  ['a foreign name for this machine', { host: 'evil.example' }],
  ['a foreign name that begins like it', { host: '127.0.0.1.evil.example' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
])('answers no page that comes from %s', async (_what, headers) => {
  const host = new URL(desk.platform.url).host;
  expect(await askAs({ host, cookie })).toBe(200);
  expect(await askAs({ host, cookie, ...headers })).toBe(403);
});

it('serves its pages under a strict policy, and nothing that is not one of them', async () => {
  const answer = await get(consolePaths.page, {});
  expect(answer.status).toBe(200);
  const policy = answer.headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
  ])
    expect(policy.split('; ')).toContain(rule);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect((await get('/console/assets/start.js', {})).status).toBe(200);
  for (const path of [
    '/console/../platform.sqlite',
    '/console/%2e%2e/signing.key',
    '/console/assets/%00',
    '/console/x',
  ])
    expect([path, (await get(path, {})).status]).toEqual([path, 404]);
});

it('lists cases newest first, with what a desk needs to know', async () => {
  await handIn(1, 2);
  const { cases, next, newest, count } = await page();
  expect(cases.map(({ receiptNumber }) => receiptNumber.slice(0, 18))).toEqual([
    '520103-K001-1-0002',
    '520103-K001-1-0001',
  ]);
  expect([next, typeof newest, count]).toEqual([null, 'string', { number: 2, andMore: false }]);
  expect(cases[0]).toMatchObject({
    matter: libraryCard.title,
    subject: '杨**',
    place: { 'zh-CN': '云岩区 1 号自助机' },
    clockDoubt: null,
    tasks: [
      { id: 'card', state: 'waiting-for-acceptance' },
      { id: 'courier', state: 'waiting-for-another' },
    ],
  });
});

it('turns the pages of a long list without losing or repeating one', async () => {
  await handIn(1, 7);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const one: CasePage = await page(`?limit=3${after === '' ? '' : `&after=${after}`}`);
    seen.push(...one.cases.map(({ receiptNumber }) => receiptNumber));
    after = one.next;
  }
  expect(seen).toEqual((await desk.platform.caseNumbers()).toReversed());
});

it('filters by the state of a task', async () => {
  await handIn(1, 2);
  expect((await page('?state=waiting-for-acceptance')).cases).toHaveLength(2);
  expect(await page('?state=decided')).toMatchObject({ cases: [], newest: null, count: { number: 0 } });
});

it('tells how many have arrived since, and leaves the list alone', async () => {
  await handIn(1);
  const { newest } = await page();
  const arrivals = async (query: string): Promise<unknown> =>
    (await get(`${consolePaths.arrivals}${query}`)).json();
  expect(await arrivals(`?since=${newest}`)).toEqual({ count: { number: 0, andMore: false } });
  await handIn(2, 3);
  expect(await arrivals(`?since=${newest}`)).toEqual({ count: { number: 2, andMore: false } });
  expect(await arrivals(`?since=${newest}&state=decided`)).toEqual({ count: { number: 0, andMore: false } });
  expect(await arrivals('')).toEqual({ count: { number: 3, andMore: false } });
});

it.each([
  '?state=lost',
  '?limit=0',
  '?limit=51',
  '?limit=1e1',
  '?after=nonsense-nonsense',
  '?after=%27%20or%201=1',
  '?name=%E7%8E%8B',
  '?state=decided&state=accepted',
])('refuses the question %s', async (query) => {
  const answer = await get(`${consolePaths.cases}${query}`);
  expect([answer.status, await answer.json()]).toEqual([400, { code: 'invalid-input' }]);
});

async function firstCase(): Promise<CaseView> {
  const [{ id } = { id: '' }] = (await page()).cases;
  const value: unknown = await (await get(`${consolePaths.cases}/${id}`)).json();
  if (!compile(CaseView)(value)) throw new Error(`no case: ${JSON.stringify(value)}`);
  return value;
}

it('shows each department its own share of a case, identity numbers masked', async () => {
  await handIn(1);
  const found = await firstCase();
  const [card, courier] = found.tasks;
  const labels = (task: typeof card) => task?.sees.flatMap(({ rows }) => rows.map(({ label }) => label.en));
  expect(labels(card)).toEqual(['Name', 'Identity number', 'Mobile number']);
  expect(labels(courier)).toEqual(['Delivery', 'Address']);
  expect(card).toMatchObject({ promised: 1, statutory: 3, after: [] });
  expect(courier?.after).toEqual([libraryCard.tasks[0]?.title]);
  expect(JSON.stringify(found)).not.toContain('520102199003070014');
  expect(JSON.stringify(card)).toContain('0014');
});

it('names the clerk who helped, and which answers they typed', async () => {
  const [zhouMin] = await desk.look((store) => employ(store, [zhou], { clock: time.clock }));
  const attended = { staff: zhouMin?.number ?? '', name: zhou.name, entered: ['/reader/mobile'] };
  const item = sealItem(kiosk, prepared, 1, readerAnswers(), { application: { attended } }, time.clock.now());
  expect(await send(kiosk, item)).toMatchObject([{ result: 'taken' }]);
  const { helped, tasks } = await firstCase();
  expect(helped).toMatchObject({
    by: { en: 'Helped by 周敏 (staff 0001), who typed 1 answer' },
    doubt: null,
  });
  const sources = tasks[0]?.sees[0]?.rows.map(({ label, source }) => [label.en, source?.en]);
  expect(sources).toEqual([
    ['Name', undefined],
    ['Identity number', undefined],
    ['Mobile number', 'Typed by staff'],
  ]);
});

it('tells what happened to a case, newest first, and which documents follow', async () => {
  await handIn(1);
  const found = await firstCase();
  expect(found.history.map(({ title }) => title.en)).toEqual([
    'Reached the Market Regulation Bureau',
    'Received by the platform',
    'Handed in at the kiosk',
  ]);
  expect(found.documents).toEqual([
    {
      title: libraryCard.documents[0]?.title,
      state: 'to-follow',
      dueOn: '2026-11-25',
      declares: null,
      file: null,
    },
  ]);
  expect(found.isReadable).toBe(true);
});

it('still shows what it can of a case whose procedure is gone', async () => {
  await handIn(1);
  await desk.restart([]);
  cookie = await signIn();
  const found = await firstCase();
  expect(found).toMatchObject({ isReadable: false, documents: [], tasks: [{ id: 'card', sees: [] }, {}] });
  expect(found.history).toHaveLength(3);
});

it('has no case at an address nobody was given', async () => {
  expect((await get(`${consolePaths.cases}/01933f5e-7c1a-7000-8000-0123456789ab`)).status).toBe(404);
  expect((await get(`${consolePaths.cases}/1`)).status).toBe(400);
});

it('writes nothing about anybody into its log', async () => {
  await handIn(1);
  await firstCase();
  await get(`${consolePaths.cases}/520102199003070014`);
  expect(desk.logged()).not.toMatch(/[\u4e00-\u9fff]|520102199003070014|13800138000/);
});
