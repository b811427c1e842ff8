// The one door to the kiosk's services, whichever host stands before it.
import { kioskApi, type In, type Name, type Out, type Reply } from '../domain/contract/kiosk-api.ts';
import type { RefusalCode } from '../domain/contract/refusals.ts';
import type { Compile } from '../domain/compile.ts';
import { fail } from '../domain/result.ts';
import type { Log } from '../lib/log.ts';

export type Handlers = { [N in Name]: (input: In<N>) => Promise<Reply<Out<N>>> };

/** Answers one request. Never throws. */
export type Dispatch = (name: string, raw: unknown) => Promise<Reply>;

type Guard = (value: unknown) => boolean;
type Handle = (input: unknown) => Promise<Reply>;

function isName(name: string): name is Name {
  return Object.hasOwn(kioskApi, name);
}

export function createDispatch(handlers: Handlers, compile: Compile, log: Log): Dispatch {
  const accepts = Object.fromEntries(
    Object.entries(kioskApi).map(([name, { input }]) => [name, compile(input) as Guard]),
  ) as Record<Name, Guard>;

  function refuse(code: RefusalCode, operation: string): Reply {
    log.warn('refused', { code, operation });
    return fail({ code });
  }

  return async (name, raw) => {
    if (!isName(name)) return refuse('unknown-operation', 'unknown');
    if (!accepts[name](raw)) return refuse('invalid-input', name);
    try {
      return await (handlers[name] as Handle)(raw);
    } catch (error) {
      return fail({ code: 'unexpected', reference: log.unexpected(name, error) });
    }
  };
}
