// What goes into an envelope comes out of it, short and long, old and new; what was made to fill a memory does not.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Json } from '../domain/submission/canonical-json.ts';
import {
  headerText,
  type Application,
  type Envelope,
  type EnvelopeHeader,
} from '../domain/submission/envelope.ts';
import { newOpeningKey, seal, SUITE } from './envelope-crypto.ts';
import { MOST_OPENED_BYTES, openApplication, readEnvelope, sealApplication } from './envelope.ts';

const ID = '01933f5e-7c1a-7000-8000-0123456789ab';
const INFO = Buffer.from('onewindow/envelope/1');
const key = newOpeningKey();

const header: EnvelopeHeader = {
  format: 1,
  suite: SUITE,
  sealedTo: key.id,
  id: ID,
  kiosk: ID,
  sequence: 1,
  procedure: 'dog-licence',
  version: '2026.1',
  receiptNumber: '520103-K012-1-0001-X',
  completedAt: '2026-11-24T02:32:00.000Z',
  monotonicMs: 1000,
  clockOffsetMs: null,
  documents: [],
};

function applicationOf(answers: Record<string, unknown>): Application {
  return {
    format: 1,
    id: ID,
    startedAt: '2026-11-24T02:10:00.000Z',
    locale: 'zh-CN',
    identity: { method: 'typed' },
    answers,
    documents: [],
    declaration: { version: '2026.1', hash: 'ab'.repeat(32), name: '欧阳𬭎㛃' },
    signature: null,
  };
}

/** An envelope around these very bytes, whatever they are. */
function around(said: EnvelopeHeader, plaintext: Buffer): Envelope {
  const { enc, ciphertext } = seal(key.publicKey, INFO, Buffer.from(headerText(said)), plaintext);
  return { header: said, enc: enc.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
}

it('gives back what was sealed, whatever was answered', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (answers) => {
      const application = applicationOf(JSON.parse(JSON.stringify(answers)) as Record<string, unknown>);
      const envelope = readEnvelope(sealApplication(application, header, key.publicKey).bytes);
      expect(envelope && openApplication(envelope, key)).toEqual(application);
    }),
    { numRuns: 50 },
  );
});

it('is shorter than the words in it, and says why where it cannot be changed unseen', () => {
  const application = applicationOf({ reason: '申请经营范围变更。'.repeat(300) });
  const { bytes } = sealApplication(application, header, key.publicKey);
  expect(bytes.length).toBeLessThan(canonicalJson(application as unknown as Json).length / 2);
  const envelope = readEnvelope(bytes);
  if (envelope === null) throw new Error('not read');
  expect(envelope.header.zip).toBe('DEF');
  const { zip: _, ...without } = envelope.header;
  expect(openApplication({ ...envelope, header: without }, key)).toBeNull();
});

it('opens what an older kiosk sealed, which compressed nothing', () => {
  const application = applicationOf({ name: '黑子' });
  const old = around(header, Buffer.from(canonicalJson(application as unknown as Json)));
  expect(openApplication(old, key)).toEqual(application);
});

it.each<[string, Buffer]>([
  ['is not compressed', Buffer.from(canonicalJson(applicationOf({}) as unknown as Json))],
  [
    'was cut off',
    deflateRawSync(Buffer.from(canonicalJson(applicationOf({}) as unknown as Json))).subarray(0, -4),
  ],
  ['is nothing', Buffer.alloc(0)],
  ['grows without end', deflateRawSync(Buffer.alloc(MOST_OPENED_BYTES + 1, 0x20))],
])('does not open what says it is compressed and %s', (_, plaintext) => {
  expect(openApplication(around({ ...header, zip: 'DEF' }, plaintext), key)).toBeNull();
});
