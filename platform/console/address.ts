// What the fragment of the address says: a token on the way in, afterwards the page that is shown. A fragment is sent
// nowhere; a case is named by its id, and no address holds anything about people.
import { TASK_STATES, type TaskState } from '../../domain/contract/platform-api.ts';
import type { Locale } from '../../domain/contract/text.ts';

export type Route = { page: 'list'; state: TaskState | null } | { page: 'case'; id: string };

export interface Address {
  locale: Locale;
  route: Route;
}

const TOKEN = /^#([A-Za-z0-9_-]{43})$/;
const CASE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The token that came in the address, if one did. It is taken out at once: history and screen keep nothing of it. */
export function takeToken({ location, history }: Pick<Window, 'location' | 'history'>): string | null {
  const token = TOKEN.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(null, '', `${location.pathname}#/`);
  return token;
}

/** '#/', '#/decided', '#/en/', '#/en/<id of a case>'. Anything else is the whole list. */
export function readAddress(hash: string): Address {
  const parts = hash.replace(/^#\/?/, '').split('/');
  const locale = parts[0] === 'en' ? 'en' : 'zh-CN';
  const place = (locale === 'en' ? parts[1] : parts[0]) ?? '';
  if (CASE.test(place)) return { locale, route: { page: 'case', id: place } };
  return { locale, route: { page: 'list', state: TASK_STATES.find((state) => state === place) ?? null } };
}

export function writeAddress({ locale, route }: Address): string {
  const place = route.page === 'case' ? route.id : (route.state ?? '');
  return `#/${locale === 'en' ? 'en/' : ''}${place}`;
}
