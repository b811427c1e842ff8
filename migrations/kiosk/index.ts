// In order. A list, so that a packed program carries them; a shipped one is never changed.
import { first } from './2026-11-24-first.ts';
import { documents } from './2026-11-25-documents.ts';
import { drafts } from './2026-11-25-drafts.ts';
import { ratings } from './2026-11-25-ratings.ts';
import { staff } from './2026-11-25-staff.ts';
import { copies } from './2026-11-26-copies.ts';
import { news } from './2026-11-26-news.ts';
import { oldKeys } from './2026-11-26-old-keys.ts';
import { queue } from './2026-11-26-queue.ts';
import { sentProcedures } from './2026-11-27-sent-procedures.ts';
import { settled } from './2026-11-26-settled.ts';
import { standing } from './2026-11-26-standing.ts';
import { storage } from './2026-11-26-storage.ts';

export const kioskMigrations = [
  first,
  drafts,
  staff,
  ratings,
  documents,
  copies,
  storage,
  queue,
  standing,
  oldKeys,
  settled,
  news,
  sentProcedures,
];
