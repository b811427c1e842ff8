// What the event loop and its threads say to each other. The bytes of an envelope go one way only: whoever sent them has
// them still.
import type { KeyObject } from 'node:crypto';
import type { RefusedBecause, SubmissionItem } from '../../domain/contract/platform-api.ts';
import type { Application, EnvelopeHeader } from '../../domain/submission/envelope.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Examined, Sent, Verdict } from './examine.ts';
import type { ItemName, ReadItem } from './read-item.ts';
import type { ShelfData } from './shelf-data.ts';

/** What a thread is started with. */
export interface ThreadStart {
  /** Handles of the opening keys, the one in force first: threads of one process share what is behind them. */
  openingKeys: KeyObject[];
  shelf: ShelfData;
}

export interface Job {
  job: number;
  kiosk: Kiosk;
  sent: Sent[];
}

export type Told =
  | { state: 'refused'; id: string | null; hash: string | null; because: RefusedBecause }
  | { state: 'known'; hash: string; header: EnvelopeHeader }
  | { state: 'arrived'; hash: string; header: EnvelopeHeader; application: Application }
  | { state: 'surprise'; surprise: Error };

export interface Done {
  job: number;
  told: Told[];
}

export function toldOf(one: Examined): Told {
  if (!one.ok) return { state: 'surprise', surprise: asError(one.surprise) };
  const { verdict } = one;
  if (verdict.state === 'refused') {
    const { name, because } = verdict;
    return { state: 'refused', id: name.id, hash: name.contentHash?.toString('hex') ?? null, because };
  }
  const { contentHash, envelope } = verdict.item;
  const seen = { hash: contentHash.toString('hex'), header: envelope.header };
  return verdict.state === 'known'
    ? { state: 'known', ...seen }
    : { state: 'arrived', ...seen, application: verdict.application };
}

function asError(surprise: unknown): Error {
  return surprise instanceof Error ? surprise : new Error('something else than an error');
}

export function examinedOf(told: Told, { value }: Sent): Examined {
  if (told.state === 'surprise') return { ok: false, surprise: told.surprise };
  return { ok: true, verdict: verdictOf(told, value) };
}

function verdictOf(told: Exclude<Told, { state: 'surprise' }>, value: unknown): Verdict {
  if (told.state === 'refused') {
    const name: ItemName = {
      id: told.id,
      contentHash: told.hash === null ? null : Buffer.from(told.hash, 'hex'),
    };
    return { state: 'refused', name, because: told.because };
  }
  const item = itemOf(told.hash, told.header, value);
  return told.state === 'known'
    ? { state: 'known', item }
    : { state: 'arrived', item, application: told.application };
}

/** The thread has seen that it is an item; its text is not gone through again. */
function itemOf(hash: string, header: EnvelopeHeader, value: unknown): ReadItem {
  const { envelope, signature } = value as SubmissionItem;
  return {
    id: header.id,
    contentHash: Buffer.from(hash, 'hex'),
    bytes: Buffer.from(envelope, 'base64'),
    signature,
    envelope: { header },
  };
}
