// A case as it is put down and taken up again. The whole draft goes in, whatever else it comes to hold, except what is
// read from the procedure's own file and what belongs to a page that was open.
import { deserialize, serialize } from 'node:v8';
import type { Locale } from '../../domain/contract/text.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { newDraft, type Draft } from '../sessions/draft.ts';
import type { Attended } from '../staff/duty.ts';

/** What staff were doing for somebody. */
export interface Case {
  draft: Draft;
  attended: Attended;
  locale: Locale;
}

type Kept = Omit<Draft, 'prepared'>;

/** A case before its procedure is found. */
export interface SavedCase {
  format: 1;
  procedure: string;
  version: string;
  kept: Kept;
  attended: Attended;
  locale: Locale;
}

export function bytesOf({ draft, attended, locale }: Case): Buffer {
  const { prepared, ...kept } = draft;
  const { id: procedure, version } = prepared.procedure;
  const closed: Kept = { ...kept, documents: { ...kept.documents, step: null } };
  const saved: SavedCase = { format: 1, procedure, version, kept: closed, attended, locale };
  return serialize(saved);
}

/** null: these bytes are no case, or of a program that nobody knows any more. */
export function readCase(bytes: Uint8Array): SavedCase | null {
  const value: unknown = read(bytes);
  return isSaved(value) ? value : null;
}

function read(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes);
  } catch {
    return null;
  }
}

/** What is asked of bytes that only this machine can have sealed: that they are of this format, and name what they are. */
function isSaved(value: unknown): value is SavedCase {
  if (!isRecord(value) || value['format'] !== 1) return false;
  const { procedure, version, kept, attended } = value;
  return (
    typeof procedure === 'string' &&
    typeof version === 'string' &&
    isRecord(kept) &&
    typeof kept['id'] === 'string' &&
    kept['startedAt'] instanceof Date &&
    isRecord(kept['answers']) &&
    isRecord(kept['position']) &&
    isRecord(attended) &&
    isRecord(attended['entered'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The draft with its procedure. What a newer program added since begins as in a new draft. */
export function draftOf({ kept }: SavedCase, prepared: Prepared): Draft {
  return { ...newDraft(prepared, kept.id, kept.startedAt), ...kept, prepared };
}
