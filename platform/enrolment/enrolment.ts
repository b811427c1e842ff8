// Enrolment: whoever holds an unused code and a key of its own becomes a kiosk of this platform.
import type { Enrolled, EnrolmentRequest } from '../../domain/contract/platform-api.ts';
import { areaState } from '../../domain/identifiers/divisions.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SealingKey } from '../../lib/envelope-crypto.ts';
import { readPublicKey, type SigningKey } from '../../lib/keys.ts';
import { uuidv7 } from '../ids.ts';
import { tellAgain } from '../published/publish.ts';
import type { EnrolmentCode } from '../store/enrolment-codes.ts';
import type { NewKiosk } from '../store/kiosks.ts';
import type { Store, Stores } from '../store/store.ts';
import { CODE_LIFE_MS, codeHash, newCode } from './code.ts';
import { nextGeneration, nextKiosk, placeOf } from './names.ts';

export interface EnrolmentParts {
  store: Store;
  signingKey: SigningKey;
  sealingKey: SealingKey;
  clock: Clock;
}

export type IssueFault = 'division-unknown' | 'kiosk-unknown' | 'no-number-left';

/**
 * Makes a code for a new kiosk in a division, or for a rebuilt machine that takes over `kioskCode`. The text is shown
 * once and kept nowhere.
 */
export async function issueCode(
  { store, signingKey, clock }: Omit<EnrolmentParts, 'sealingKey'>,
  division: string,
  kioskCode: string | null,
): Promise<Result<string, IssueFault>> {
  if (areaState(division) !== 'current') return fail('division-unknown');
  const given = await store.kiosks.named(division);
  if (kioskCode !== null && !given.some(({ code }) => code === kioskCode)) return fail('kiosk-unknown');
  if ((kioskCode === null ? nextKiosk(given) : nextGeneration(kioskCode, given)) === null)
    return fail('no-number-left');
  const { text, hash } = newCode(signingKey.fingerprint);
  const now = clock.now();
  await store.enrolmentCodes.add({
    hash,
    division,
    kioskCode,
    madeAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + CODE_LIFE_MS).toISOString(),
  });
  return ok(text);
}

/** Makes a kiosk of whoever holds the code. The code is burnt in the same transaction. */
export async function enrol(
  parts: EnrolmentParts,
  request: EnrolmentRequest,
): Promise<Result<Enrolled, 'code-unknown'>> {
  if (readPublicKey(request.publicKey) === null) return fail('code-unknown');
  const now = parts.clock.now();
  const id = uuidv7(now);
  const kiosk = await parts.store.transaction(async (stores) => {
    const code = await stores.enrolmentCodes.use(codeHash(request.code), id, now.toISOString());
    if (code === null) return null;
    const news = await stores.notices.lastPosition();
    const added = await addKiosk(stores, code, id, request, now);
    await tellAgain(stores, parts.signingKey, added);
    return { added, news };
  });
  if (kiosk === null) return fail('code-unknown');
  // What was told before this moment is known to it: it has the keys in force.
  return ok({ ...enrolledOf(parts, kiosk.added), news: kiosk.news });
}

async function addKiosk(
  stores: Stores,
  { division, kioskCode }: EnrolmentCode,
  id: string,
  { publicKey, software }: EnrolmentRequest,
  now: Date,
): Promise<NewKiosk> {
  const given = await stores.kiosks.named(division);
  const name = kioskCode === null ? nextKiosk(given) : nextGeneration(kioskCode, given);
  // Asked when the code was made; only a thousand codes at once could come to this.
  if (name === null) throw new Error(`division ${division} has no kiosk number left`);
  const enrolledAt = now.toISOString();
  const kiosk: NewKiosk = { division, id, ...name, publicKey, software, enrolledAt };
  await stores.kiosks.add(kiosk);
  await stores.events.append(division, [
    { kind: 'kiosk-enrolled', at: enrolledAt, caseId: null, kiosk: id, body: { ...name } },
  ]);
  return kiosk;
}

function enrolledOf({ signingKey, sealingKey }: EnrolmentParts, kiosk: NewKiosk): Enrolled {
  const { division, id, code, generation } = kiosk;
  return {
    kiosk: id,
    division,
    code,
    generation,
    signingKey: signingKey.publicKey,
    sealingKey: { id: sealingKey.id, publicKey: sealingKey.publicKey },
    place: placeOf(division, code),
  };
}
