// The card that lies on the simulator: a file in a folder, put there and taken away by `admin card`. The simulator looks
// whenever it is asked; nothing watches the folder.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import type { IdentityCard } from '../../../domain/identity-card/card.ts';
import { readTextBlock, writeTextBlock } from '../../../domain/identity-card/text-block.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { compile } from '../../../lib/schema.ts';

const LAID = 'laid-card.bin';

/** The text block that lies there, whatever it says; null: none does. */
export async function lyingIn(folder: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, LAID));
  } catch {
    // No file, no folder, half a moment between two: nothing lies there.
    return null;
  }
}

/** Puts a card down, in one move. */
export async function lay(folder: string, block: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `${LAID}.new`);
  await writeFile(aside, block, { mode: 0o600 });
  await rename(aside, join(folder, LAID));
}

export async function take(folder: string): Promise<void> {
  await rm(join(folder, LAID), { force: true });
}

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A card as people write one down, for demonstrations and tests. */
export const CardFile = Type.Object(
  {
    kind: Type.Enum(['resident', 'permanent-resident-2017', 'permanent-resident-2023', 'hmt-resident']),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    sex: Type.Enum(['male', 'female']),
    ethnic: Type.Union([Type.String({ pattern: '^\\d{2}$' }), Type.Null()]),
    birthDate: Day,
    address: Type.Union([Type.String({ minLength: 1, maxLength: 35 }), Type.Null()]),
    number: Type.String({ minLength: 15, maxLength: 18 }),
    validFrom: Day,
    validUntil: Type.Union([Day, Type.Null()]),
  },
  { additionalProperties: false },
);

const isCard = compile(CardFile);

/** The text block in a file: written down as JSON, or the bytes themselves. The failure is a sentence. */
export function blockIn(content: Buffer): Result<Uint8Array, string> {
  if (content[0] !== '{'.charCodeAt(0)) return whole(content);
  const card: unknown = parse(content);
  if (!isCard(card)) return fail('it is no card: its JSON has other members than a card has');
  return blockOf(card);
}

function blockOf(card: IdentityCard): Result<Uint8Array, string> {
  const block = writeTextBlock(card);
  return block.ok ? whole(block.value) : fail(`its ${block.error} is longer than a card has room for`);
}

function whole(bytes: Uint8Array): Result<Uint8Array, string> {
  const card = readTextBlock(bytes);
  if (card.ok) return ok(bytes);
  const field = 'field' in card.error ? ` ${card.error.field}` : '';
  return fail(`it is no card: ${card.error.code}${field}`);
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null;
  }
}
