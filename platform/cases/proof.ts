// Whether somebody may be told more of a case than its number tells: the square of a receipt, signed by the kiosk that
// made it and holding what is here; or a card of the person whose case it is.
import type { Proof } from '../../domain/contract/case-api.ts';
import { readReceiptNumber, receiptNumber } from '../../domain/submission/receipt-number.ts';
import { readReceiptQr } from '../../domain/submission/receipt-qr.ts';
import { isSignedBy } from '../enrolment/kiosk-signature.ts';
import type { Case } from '../store/cases.ts';
import type { Stores } from '../store/store.ts';
import { findCase } from './find-case.ts';
import type { PersonHash } from './person-hash.ts';

/** Half of a content hash is in the square. */
const HASH_BYTES = 16;

type ProofStores = Pick<Stores, 'cases' | 'kiosks' | 'people' | 'returns' | 'submissions'>;

export async function isProven(
  found: Case,
  proof: Proof,
  stores: ProofStores,
  personHash: PersonHash,
): Promise<boolean> {
  if ('card' in proof) return stores.people.isOf(found.division, found.id, personHash(proof.card));
  return isReceiptOf(found, proof.receipt, stores);
}

async function isReceiptOf(found: Case, text: string, stores: ProofStores): Promise<boolean> {
  const square = readReceiptQr(text);
  if (square === null) return false;
  const kiosk = await stores.kiosks.byId(square.kiosk);
  if (kiosk === null) return false;
  if (!isSignedBy(kiosk, 'receipt', Buffer.from(square.body), square.signature)) return false;
  if ((await findCase(stores, square.number))?.id !== found.id) return false;
  const sequence = readReceiptNumber(square.number)?.sequence ?? 0;
  const held = await stores.submissions.hashOf(kiosk.division, kiosk.id, sequence);
  const own = receiptNumber({
    division: kiosk.division,
    kiosk: kiosk.code,
    generation: kiosk.generation,
    sequence,
  });
  return own === square.number && held?.subarray(0, HASH_BYTES).toString('base64url') === square.hash;
}
