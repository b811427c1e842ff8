// `keys`: which keys of the platform are in force, and changing them.
import { fail, ok, type Result } from '../domain/result.ts';
import { openPlatformKeys, stillNeedOldKeys, wishNewKeys } from './keys.ts';
import type { Store } from './store/store.ts';

export interface KeysCommand {
  do: 'keys';
  renew: boolean;
}

export const KEYS_HELP = `
npm run platform -- keys [renew]

  keys              the keys in force and those before, and which kiosks may still need those
  keys renew        makes new keys for signing and sealing. They come into force when the platform is started the next
                    time; kiosks are told of them, signed with the key before. Old keys are kept in old-keys/: one for
                    signing may go when no kiosk needs it any more, one for sealing opens the cases that were sealed to it`;

/** `words` without the first, which is 'keys'. */
export function readKeysCommand([deed, ...more]: string[]): Result<KeysCommand, string> {
  if ((deed !== undefined && deed !== 'renew') || more.length > 0)
    return fail(`keys or keys renew\n${KEYS_HELP}`);
  return ok({ do: 'keys', renew: deed === 'renew' });
}

/** Lines for whoever asked. `data`: the platform's data folder. */
export async function obeyKeys(store: Store, data: string, renew: boolean): Promise<string[]> {
  if (renew) {
    const { signing, sealing } = wishNewKeys(data);
    return [`signing ${signing}, sealing ${sealing}: in force when the platform is started the next time`];
  }
  const { signing, olderSigning, opening } = openPlatformKeys(data);
  const needing = await stillNeedOldKeys(store, signing);
  const before = [...olderSigning.keys(), ...(opening.older ?? []).map(({ id }) => id)];
  return [
    `in force: signing ${signing.fingerprint}, sealing ${opening.id}`,
    `before: ${before.join(', ') || 'none'}`,
    ...needing.map(({ division, code, generation }) => `still needed by ${division}-${code}-${generation}`),
    ...(before.length > 0 && needing.length === 0
      ? ['no kiosk needs those before any more; cases that were sealed to them do']
      : []),
  ];
}
