// Finding, selecting and reading one card.
import { readTextBlock } from '../../../domain/identity-card/text-block.ts';
import type { IdentityCard } from '../../../domain/identity-card/card.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { CardTrouble } from './card-reader.ts';
import { STATUS, textBlockIn, type Answer } from './commands.ts';
import type { Talk, TalkFault } from './talk.ts';

/** What came of reading a card that was found; or the line is no good. */
export type Reading = Result<Result<IdentityCard, CardTrouble>, TalkFault>;

/** A card that is just being laid down trembles. */
const ATTEMPTS = 3;

/** Whether a card lies there that was not selected yet. */
export async function find(talk: Talk): Promise<Result<boolean, TalkFault>> {
  const answer = await talk.ask('find');
  if (answer.ok) return ok(answer.value.status === STATUS.found);
  return answer.error === 'damaged' ? findAfresh(talk) : answer;
}

/** Finds what lies there even if it was found or read before. */
export async function findAfresh(talk: Talk): Promise<Result<boolean, TalkFault>> {
  // A reader that knows no reset goes on without.
  const reset = await talk.ask('reset');
  if (!reset.ok && reset.error === 'lost') return reset;
  const answer = await talk.ask('find');
  return answer.ok ? ok(answer.value.status === STATUS.found) : answer;
}

/** Reads the card that was found. */
export async function readCard(talk: Talk): Promise<Reading> {
  for (let attempt = 1; ; attempt += 1) {
    const reading = await readOnce(talk);
    if (attempt === ATTEMPTS || !isWorthAnother(reading)) return settled(reading);
    const found = await findAfresh(talk);
    if (!found.ok) return found;
    if (!found.value) return ok(fail('not-read'));
  }
}

function isWorthAnother(reading: Reading): boolean {
  if (!reading.ok) return reading.error === 'damaged';
  return !reading.value.ok && reading.value.error === 'not-read';
}

/** A line on which nothing comes through whole reads no card. */
function settled(reading: Reading): Reading {
  return !reading.ok && reading.error === 'damaged' ? ok(fail('not-read')) : reading;
}

async function readOnce(talk: Talk): Promise<Reading> {
  const selected = await talk.ask('select');
  if (!selected.ok) return selected;
  if (selected.value.status !== STATUS.done) return ok(fail(troubleOf(selected.value)));
  const answer = await talk.ask('read');
  if (!answer.ok) return answer;
  return ok(answer.value.status === STATUS.done ? cardIn(answer.value) : fail(troubleOf(answer.value)));
}

function cardIn({ data }: Answer): Result<IdentityCard, CardTrouble> {
  const block = textBlockIn(data);
  const card = block === null ? null : readTextBlock(block);
  return card !== null && card.ok ? card : fail('not-understood');
}

function troubleOf({ status }: Answer): CardTrouble {
  const isDistrust = status === STATUS.cardDistrusts || status === STATUS.readerDistrusts;
  return isDistrust || status === STATUS.contentWrong ? 'not-genuine' : 'not-read';
}

/** Whether the card that was read last still lies there. */
export async function isStillThere(talk: Talk): Promise<Result<boolean, TalkFault>> {
  const answer = await talk.ask('read-more');
  if (!answer.ok) return answer;
  return ok(answer.value.status === STATUS.done || answer.value.status === STATUS.noSuchPart);
}
