// Somebody at a kiosk asks for a person: the work list shows it at once, and the kiosk never says what is not so.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { consolePaths, type HelpCalls } from '../../domain/contract/console-api.ts';
import { startCity, type City } from '../city.ts';

let city: City;
let cookie: string;

beforeEach(async () => {
  city = await startCity();
  const token = new URL(city.platform.consoleUrl).hash.slice(1);
  const answer = await fetch(new URL(consolePaths.session, city.platform.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterEach(() => city.stop());

const at = (path: string) => new URL(path, city.platform.url);

async function waiting(): Promise<HelpCalls['calls']> {
  const answer = await fetch(at(consolePaths.helpCalls), { headers: { cookie } });
  return ((await answer.json()) as HelpCalls).calls;
}

const go = (id: string) =>
  fetch(at(`${consolePaths.helpCalls}/${id}`), { method: 'DELETE', headers: { cookie } });

const isHeard = (heard: boolean) => ({ ok: true, value: { isHeard: heard } });

it('is on the work list until somebody goes', async () => {
  expect(await city.send('callHelp', null)).toEqual(isHeard(true));
  const [call] = await waiting();
  expect(call).toMatchObject({ place: { 'zh-CN': '云岩区 1 号自助机', en: 'Yunyan District, kiosk 1' } });
  expect((await go(call?.id ?? '')).status).toBe(204);
  expect(await waiting()).toEqual([]);
  expect((await go(call?.id ?? '')).status).toBe(404);
});

it('is one call however often it is pressed, and a new one after somebody came', async () => {
  await Promise.all([1, 2, 3].map(() => city.send('callHelp', null)));
  const [call, ...others] = await waiting();
  expect(others).toEqual([]);
  await go(call?.id ?? '');
  await city.send('callHelp', null);
  expect((await waiting()).map(({ id }) => id)).not.toContain(call?.id);
  expect(await waiting()).toHaveLength(1);
});

it('says so when nobody could be told', async () => {
  city.network.become('down');
  expect(await city.send('callHelp', null)).toEqual(isHeard(false));
  city.network.become('fine');
  expect(await waiting()).toEqual([]);
});

it('is nobody’s business without a session', async () => {
  expect((await fetch(at(consolePaths.helpCalls))).status).toBe(401);
});
