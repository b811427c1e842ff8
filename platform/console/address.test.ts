import { expect, it } from 'vitest';
import { readAddress, takeToken, writeAddress, type Address } from './address.ts';

const ID = '01933f5e-7c1a-7000-8000-0123456789ab';
const TOKEN = 'A'.repeat(43);

it.each<[string, Address]>([
  ['#/', { locale: 'zh-CN', route: { page: 'list', state: null } }],
  ['#/decided', { locale: 'zh-CN', route: { page: 'list', state: 'decided' } }],
  ['#/en/', { locale: 'en', route: { page: 'list', state: null } }],
  ['#/en/waiting-for-acceptance', { locale: 'en', route: { page: 'list', state: 'waiting-for-acceptance' } }],
  [`#/${ID}`, { locale: 'zh-CN', route: { page: 'case', id: ID } }],
  [`#/en/${ID}`, { locale: 'en', route: { page: 'case', id: ID } }],
])('reads %s and writes it again', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
  expect(writeAddress(address)).toBe(hash);
});

it.each(['', '#', '#/lost', '#/../x', '#/en', '#/constructor', `#/${ID}x`, '#<script>'])(
  'shows the whole list at %j',
  (hash) => {
    expect(readAddress(hash).route).toEqual({ page: 'list', state: null });
  },
);

function windowAt(hash: string) {
  const replaced: unknown[] = [];
  const location = { hash, pathname: '/console/' } as Location;
  const history = { replaceState: (...to: unknown[]) => void replaced.push(to.at(2)) } as unknown as History;
  return { window: { location, history }, replaced };
}

it('takes a token out of the address at once', () => {
  const { window, replaced } = windowAt(`#${TOKEN}`);
  expect(takeToken(window)).toBe(TOKEN);
  expect(replaced).toEqual(['/console/#/']);
});

it.each(['', '#/', '#short', `#${TOKEN}x`, `#/${ID}`])('sees no token in %j', (hash) => {
  const { window, replaced } = windowAt(hash);
  expect([takeToken(window), replaced]).toEqual([null, []]);
});
