// Intake by itself, with a real database and no network, for tests and benches that hand in by the thousand.
import type { Enrolled, SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { same } from '../../domain/contract/text.ts';
import { systemClock } from '../../lib/clock.ts';
import { newOpeningKey, type OpeningKey } from '../../lib/envelope-crypto.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { createIntake, type Intake } from '../../platform/intake/intake.ts';
import { openStore, type Store } from '../../platform/store/store.ts';
import type { Kiosk } from '../../platform/store/kiosks.ts';
import { preparedLibraryCard } from './library-card.ts';
import type { PlatformKiosk } from './platform-kiosk.ts';

/** Enrolled, and able to seal and sign; it has no line. */
export type SilentKiosk = Omit<PlatformKiosk, 'client'>;

export interface OpenIntake {
  store: Store;
  intake: Intake;
  openingKey: OpeningKey;
  newKiosk(division?: string): Promise<{ kiosk: Kiosk; signer: SilentKiosk }>;
}

export const NO_CALENDAR = { source: 'none', years: [], holidays: [], workedWeekends: [] };

/** The library card is what can be applied for. Whoever opens it closes the store. */
export async function openIntake(
  where: Parameters<typeof openStore>[0],
  { threads = 0 }: { threads?: number } = {},
): Promise<OpenIntake> {
  const store = await openStore(where);
  const [signingKey, openingKey] = [newSigningKey(), newOpeningKey()];
  const intake = createIntake({
    store,
    shelf: createShelf([preparedLibraryCard()], [], NO_CALENDAR),
    signingKey,
    openingKey,
    personHash: () => 'f'.repeat(64),
    threads,
    clock: systemClock,
    log: silentLog,
  });
  let made = 0;
  return {
    store,
    intake,
    openingKey,
    async newKiosk(division = '520103') {
      made += 1;
      const key = newSigningKey();
      const id = uuidv7(new Date());
      const code = `K${String(made).padStart(3, '0')}`;
      const { publicKey } = key;
      const enrolledAt = new Date().toISOString();
      await store.kiosks.add({
        division,
        id,
        code,
        generation: '1',
        publicKey,
        software: 'test',
        enrolledAt,
      });
      const kiosk = await store.kiosks.byId(id);
      if (kiosk === null) throw new Error('a kiosk that was enrolled is gone');
      const enrolled: Enrolled = {
        kiosk: id,
        division,
        code,
        generation: '1',
        signingKey: signingKey.publicKey,
        sealingKey: { id: openingKey.id, publicKey: openingKey.publicKey },
        place: { office: same('-'), kiosk: same('-') },
      };
      return { kiosk, signer: { enrolled, key } };
    },
  };
}

/** What the platform said; its signature is not checked here. */
export function wordIn({ body }: SignedAcknowledgement) {
  return JSON.parse(body) as {
    id: string;
    result: string;
    because: string | null;
    case: string | null;
    receivedAt: string;
    gapFreeUpTo: number;
  };
}
