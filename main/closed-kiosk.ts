// A kiosk whose store cannot be trusted. It serves nobody, says so in words, and names the fault to IT.
import { kioskApi, type Name, type Status } from '../domain/contract/kiosk-api.ts';
import type { Place } from '../domain/contract/views.ts';
import { ok } from '../domain/result.ts';
import { dayInCity, timeInCity, type Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { compile } from '../lib/schema.ts';
import type { Locale } from '../domain/contract/text.ts';
import { createDispatch, type Dispatch, type Handlers } from './dispatch.ts';
import { newSession } from './sessions/session.ts';
import { closedView } from './sessions/views/opening.ts';

/** Every request is answered with the same page, in the language last chosen. */
export function closedDispatch(code: string, place: Place, locale: Locale, clock: Clock, log: Log): Dispatch {
  let session = newSession(locale);
  let revision = 0;
  const status = (): Status => ({
    link: 'offline',
    now: `${dayInCity(clock.now())} ${timeInCity(clock.now())}`,
  });
  const closed = async () =>
    ok(closedView(session, { place, revision: (revision += 1) }, code, 'out-of-service'));
  const names = Object.keys(kioskApi) as Name[];
  const handlers = {
    ...Object.fromEntries(names.map((name) => [name, closed])),
    status: async () => ok(status()),
    noteActivity: async () => ok(null),
    callHelp: async () => ok({ isHeard: false }),
    checkAnswer: async () => ok({ problem: null, warnings: [], reads: null }),
    arrange: async (change: Partial<(typeof session)['appearance']>) => {
      session = { ...session, appearance: { ...session.appearance, ...change } };
      return closed();
    },
  } as unknown as Handlers;
  return createDispatch(handlers, compile, log);
}
