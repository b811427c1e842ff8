// Enrolment: a one-time code makes this machine a kiosk of the platform. The code carries a fingerprint of the
// platform's key, so that the machine cannot be enrolled with somebody who only pretends to be the platform.
import type { RefusalCode } from '../domain/contract/refusals.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../lib/clock.ts';
import { fingerprint, readCrockford, type SigningKey } from '../lib/keys.ts';
import type { Enrolment } from './store/enrolment.ts';
import type { Store } from './store/store.ts';
import { enrolAt, type Trouble } from './sync/platform-client.ts';

export type EnrolFault = 'already-enrolled' | 'code-malformed' | 'address-not-safe' | Trouble;

/** The secret part and the fingerprint part of an enrolment code. */
const CODE_LENGTH = 12;
const FINGERPRINT_LENGTH = 10;

/** Whether the platform's address may be used: https, or http on this very machine. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}

/** Enrols this machine and pins the platform's keys. Nothing is kept when it fails. */
export async function enrol(
  store: Store,
  key: SigningKey,
  platformUrl: string,
  typedCode: string,
  software: string,
  clock: Clock,
): Promise<Result<Enrolment, EnrolFault>> {
  if ((await store.enrolment.get()) !== null) return fail('already-enrolled');
  if (!isSafeAddress(platformUrl)) return fail('address-not-safe');
  const code = readCrockford(typedCode);
  if (code.length !== CODE_LENGTH + FINGERPRINT_LENGTH) return fail('code-malformed');
  const expected = code.slice(CODE_LENGTH);
  const request = { code: code.slice(0, CODE_LENGTH), publicKey: key.publicKey, software };
  const answer = await enrolAt(
    platformUrl,
    request,
    key,
    clock,
    (platformKey) => fingerprint(platformKey) === expected,
  );
  if (!answer.ok) return answer;
  const { kiosk, division, code: kioskCode, generation, signingKey, sealingKey, place } = answer.value;
  const enrolment: Enrolment = {
    kiosk,
    division,
    code: kioskCode,
    generation,
    platformUrl,
    platformSigningKey: signingKey,
    sealingKeyId: sealingKey.id,
    sealingKey: sealingKey.publicKey,
    place,
    enrolledAt: clock.now().toISOString(),
  };
  await store.transaction(async (stores) => {
    await stores.enrolment.put(enrolment);
    await stores.enrolment.noteNews(answer.value.news ?? 0);
    await stores.journal.append(enrolment.enrolledAt, 'enrolled', { kiosk, division, code: kioskCode });
  });
  return ok(enrolment);
}

const SENTENCES: Record<Exclude<EnrolFault, Trouble>, string> = {
  'already-enrolled': 'This machine is enrolled already.',
  'code-malformed': 'The code has 22 letters and digits. Please check it.',
  'address-not-safe': 'The platform address must begin with https: (http: only on this machine itself).',
};

/** Whether it was asked for in a way that no platform could grant. */
export function isAskedWrongly(fault: EnrolFault): boolean {
  return fault === 'code-malformed' || fault === 'address-not-safe';
}

/** A sentence for IT staff. */
export function enrolFaultText(fault: EnrolFault): string {
  if (typeof fault === 'string') return SENTENCES[fault];
  switch (fault.kind) {
    case 'no-network':
      return 'The platform cannot be reached. Check the address and the network.';
    case 'wrong-server':
      return 'Something answered, but it is not the platform this code was made by. Check the address, the code, and whether the network asks for a sign-in.';
    case 'busy':
      return 'The platform is busy. Please try again in a moment.';
    case 'not-authorised':
      return 'The platform refused this machine.';
    case 'refused':
      return refusedText(fault.code);
  }
}

function refusedText(code: RefusalCode): string {
  return code === 'code-unknown'
    ? 'The platform does not know this code: it is wrong, used, or older than a day. Make a new one.'
    : `The platform refused: ${code}.`;
}
