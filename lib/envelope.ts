// From an application to the bytes that are stored, signed and sent, and back. A stolen kiosk gives up no submitted
// application: only the platform's private key opens what is sealed here.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Json } from '../domain/submission/canonical-json.ts';
import { canonicalJson } from '../domain/submission/canonical-json.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import {
  Application,
  declarationText,
  Envelope,
  envelopeText,
  headerText,
  shownText,
  type EnvelopeHeader,
} from '../domain/submission/envelope.ts';
import { openingKeyFor, seal, type OpeningKey } from './envelope-crypto.ts';
import { compile } from './schema.ts';

/** HPKE's `info`: an envelope of another product or format never opens. */
const INFO = Buffer.from('onewindow/envelope/1');

/**
 * Nothing longer than this is compressed or opened: a few bytes could otherwise fill the memory of whoever opens them. An
 * item of a batch may have 1.5 MB sealed, and an honest application a hundredth of it.
 */
export const MOST_OPENED_BYTES = 6_000_000;

const isEnvelope = compile(Envelope);
const isApplication = compile(Application);

export interface SealedApplication {
  bytes: Buffer;
  /** SHA-256 of `bytes`: what the id stands for. */
  contentHash: Buffer;
}

export function contentHashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** SHA-256 in hex of the declaration as this version of the procedure shows it. */
export function declarationHash(procedure: Procedure): string {
  return createHash('sha256').update(declarationText(procedure)).digest('hex');
}

/** SHA-256 in hex of what the applicant had before them when they signed. */
export function shownHash(...shown: Parameters<typeof shownText>): string {
  return createHash('sha256')
    .update(shownText(...shown))
    .digest('hex');
}

/**
 * Seals an application to the platform's key (SPKI, base64) under this header. It is compressed first where that makes it
 * shorter, which the header then says. Documents are sealed elsewhere, as they are.
 */
export function sealApplication(
  application: Application,
  header: EnvelopeHeader,
  publicKey: string,
): SealedApplication {
  const text = Buffer.from(canonicalJson(application as unknown as Json));
  const shorter = deflateRawSync(text);
  const isShorter = shorter.length < text.length && text.length <= MOST_OPENED_BYTES;
  const said: EnvelopeHeader = isShorter ? { ...header, zip: 'DEF' } : header;
  const plaintext = isShorter ? shorter : text;
  const { enc, ciphertext } = seal(publicKey, INFO, Buffer.from(headerText(said)), plaintext);
  const envelope = {
    header: said,
    enc: enc.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
  };
  const bytes = Buffer.from(envelopeText(envelope));
  return { bytes, contentHash: contentHashOf(bytes) };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

/** Reads stored bytes. null: no envelope, or not written the one way it may be written. */
export function readEnvelope(bytes: Uint8Array): Envelope | null {
  const envelope = parse(bytes);
  if (!isEnvelope(envelope)) return null;
  return Buffer.from(envelopeText(envelope)).equals(bytes) ? envelope : null;
}

/** Opens an envelope. null: sealed to another key, altered, longer than any is, or no application inside. */
export function openApplication(envelope: Envelope, key: OpeningKey): Application | null {
  const own = openingKeyFor(key, envelope.header.sealedTo);
  if (own === null) return null;
  const opened = own.open(
    Buffer.from(envelope.enc, 'base64url'),
    INFO,
    Buffer.from(headerText(envelope.header)),
    Buffer.from(envelope.ciphertext, 'base64url'),
  );
  const text = opened === null || envelope.header.zip === undefined ? opened : inflated(opened);
  if (text === null) return null;
  const application = parse(text);
  return isApplication(application) ? application : null;
}

/** null: not compressed as the header says, or longer than any application is. */
function inflated(bytes: Buffer): Buffer | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_OPENED_BYTES });
  } catch {
    // A surprise here is somebody's envelope, not ours.
    return null;
  }
}
