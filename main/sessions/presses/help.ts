// Somebody asks for a person to come. Works on every page and says honestly when nobody could be reached.
import { ok } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import type { PlatformClient } from '../../sync/platform-client.ts';
import type { Desk } from '../desk.ts';

/** null: this kiosk belongs to no platform yet. */
export type CallHelp = PlatformClient['callHelp'] | null;

export function helpPresses(desk: Desk, callHelp: CallHelp): Pick<Handlers, 'callHelp'> {
  return {
    // Takes no turn: whoever waits for an answer from afar must still be able to turn the page.
    callHelp: async () => {
      desk.touch();
      const heard = callHelp === null ? null : await callHelp();
      return ok({ isHeard: heard?.ok === true });
    },
  };
}
