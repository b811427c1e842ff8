// `kiosks | revoke | release`: which machines speak for the city, from a shell.
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { tell } from '../news/tell.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store, Stores } from '../store/store.ts';

export type KioskCommand =
  | { do: 'kiosks' }
  | { do: 'revoke'; kiosk: string }
  | { do: 'release'; kiosk: string }
  | { do: 'renew-key'; kiosk: string };

export const KIOSK_HELP = `
npm run platform -- kiosks | revoke KIOSK | release KIOSK | renew-key KIOSK

  kiosks            every kiosk, how far its applications are held, and whether it was stopped
  revoke            from now on this kiosk is answered nothing but that: a machine that was stolen or given away. It
                    keeps its queue, which \`admin queue export\` brings out; KIOSK is 520103-K012 or an id
  release           takes that back; also for a kiosk that was stopped because two machines used its identity, once
                    only one of them is left
  renew-key         has the kiosk change its key with its next contact`;

const NAME = /^(\d{6})-(K\d{3})(?:-([1-9A-Z]))?$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isKioskCommand(word: string | undefined): word is KioskCommand['do'] {
  return word === 'kiosks' || word === 'revoke' || word === 'release' || word === 'renew-key';
}

/** `words` with the command itself in front. */
export function readKioskCommand(words: string[]): Result<KioskCommand, string> {
  const [deed, kiosk, ...more] = words;
  if (deed === 'kiosks' && kiosk === undefined) return ok({ do: 'kiosks' });
  if (
    (deed !== 'revoke' && deed !== 'release' && deed !== 'renew-key') ||
    kiosk === undefined ||
    more.length > 0
  )
    return fail(`which kiosk, and no more\n${KIOSK_HELP}`);
  if (!NAME.test(kiosk) && !ID.test(kiosk)) return fail(`${kiosk}: a kiosk is 520103-K012 or its id`);
  return ok({ do: deed, kiosk });
}

/** Lines for whoever asked, or a sentence. */
export async function obeyKiosk(
  { store, clock, signingKey }: { store: Store; clock: Clock; signingKey: SigningKey },
  command: KioskCommand,
): Promise<Result<string[], string>> {
  if (command.do === 'kiosks') return ok(await listed(store));
  const { do: deed, kiosk: name } = command;
  return store.transaction(async (stores) => {
    const kiosk = await found(stores, name);
    if (kiosk === null) return fail(`${name}: there is no such kiosk`);
    const at = clock.now().toISOString();
    if (deed === 'renew-key') {
      await tell(stores, signingKey, { kind: 'renew-key', kiosk: kiosk.id });
      return ok([`${nameOf(kiosk)} is told to change its key`]);
    }
    if (deed === 'revoke') await stores.kiosks.stop(kiosk, 'revoked', at);
    else await stores.kiosks.release(kiosk);
    const kind = deed === 'revoke' ? 'kiosk-revoked' : 'kiosk-released';
    await stores.events.append(kiosk.division, [{ kind, at, caseId: null, kiosk: kiosk.id, body: {} }]);
    return ok([`${nameOf(kiosk)} ${deed === 'revoke' ? 'is revoked' : 'is answered again'}`]);
  });
}

function nameOf({ division, code, generation }: Kiosk): string {
  return `${division}-${code}-${generation}`;
}

/** Without a generation: the machine that has that place now. */
async function found({ kiosks }: Stores, name: string): Promise<Kiosk | null> {
  const [, division, code, generation] = NAME.exec(name) ?? [];
  if (division === undefined || code === undefined) return kiosks.byId(name);
  return kiosks.byName(division, code, generation ?? null);
}

const PAGE = 500;

async function listed({ kiosks }: Store): Promise<string[]> {
  const lines: string[] = [];
  for (let last: Kiosk | null = null; ;) {
    const page = await kiosks.list(last, PAGE);
    lines.push(
      ...page.map((kiosk) =>
        [nameOf(kiosk), kiosk.id, `held up to ${kiosk.gapFreeUpTo}`, kiosk.stopped ?? 'answered'].join('  '),
      ),
    );
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return lines;
  }
}
