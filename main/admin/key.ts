// `key renew`: asks for another key. The kiosk itself carries it through with its next contact, running or not.
import { openKioskKey } from '../kiosk-key.ts';
import { signingKeyFile } from '../kiosk.ts';
import { refused, refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';
import { existsSync } from 'node:fs';

export async function renewKey({ folder }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const file = signingKeyFile(folder);
  if (!existsSync(file)) return refused('This machine has no key yet: enrol it.', 1);
  const key = openKioskKey(file);
  const next = key.wish();
  return {
    lines: [
      `Key ${key.fingerprint} is to be followed by ${next.fingerprint}.`,
      'The kiosk tells the platform with its next contact and uses the old key until the platform has confirmed the new.',
    ],
    value: { ok: true, key: key.fingerprint, next: next.fingerprint },
    code: 0,
  };
}
