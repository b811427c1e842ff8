// The only place where these pages talk to the platform.
import {
  CASES_A_PAGE,
  consolePaths,
  type Arrivals,
  type CasePage,
  type CaseView,
  type HelpCalls,
} from '../../domain/contract/console-api.ts';
import type { TaskState } from '../../domain/contract/platform-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';

/** 'no-answer': nobody answered, or not in our words. */
export type Trouble = RefusalCode | 'no-answer';
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

export interface PlatformClient {
  signIn(token: string): Promise<Answer<null>>;
  signOut(): Promise<Answer<null>>;
  cases(state: TaskState | null, after: string | null): Promise<Answer<CasePage>>;
  arrivals(state: TaskState | null, since: string | null): Promise<Answer<Arrivals>>;
  case(id: string): Promise<Answer<CaseView>>;
  helpCalls(): Promise<Answer<HelpCalls>>;
  answerHelp(id: string): Promise<Answer<null>>;
}

function query(parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** What the platform itself refused, or 'no-answer'. */
function troubleIn(value: unknown): Trouble {
  const isRefusal = typeof value === 'object' && value !== null && 'code' in value;
  return isRefusal && typeof value.code === 'string' ? (value.code as RefusalCode) : 'no-answer';
}

async function ask<T>(path: string, request: RequestInit = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(path, request);
    const value: unknown = response.status === 204 ? null : await response.json();
    // Our own server, on our own origin, held to the contract by its tests: no validator is carried here.
    return response.ok ? { ok: true, value: value as T } : { ok: false, trouble: troubleIn(value) };
  } catch {
    // Refused, cut off, or no JSON: all of it is "no answer" to whoever looks at the page.
    return { ok: false, trouble: 'no-answer' };
  }
}

export function createPlatformClient(): PlatformClient {
  return {
    signIn: (token) =>
      ask(consolePaths.session, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      }),
    signOut: () => ask(consolePaths.session, { method: 'DELETE' }),
    cases: (state, after) =>
      ask(`${consolePaths.cases}${query({ state, after, limit: String(CASES_A_PAGE) })}`),
    arrivals: (state, since) => ask(`${consolePaths.arrivals}${query({ state, since })}`),
    case: (id) => ask(`${consolePaths.cases}/${id}`),
    helpCalls: () => ask(consolePaths.helpCalls),
    answerHelp: (id) => ask(`${consolePaths.helpCalls}/${id}`, { method: 'DELETE' }),
  };
}
