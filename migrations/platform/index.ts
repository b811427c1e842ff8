// In order. A list, so that a packed program carries them; a shipped one is never changed.
import { first } from './2026-11-24-first.ts';
import { documents } from './2026-11-25-documents.ts';
import { helpCalls } from './2026-11-25-help-calls.ts';
import { kioskKeys } from './2026-11-26-kiosk-keys.ts';
import { nonces } from './2026-11-26-nonces.ts';
import { notices } from './2026-11-26-notices.ts';
import { publishedProcedures } from './2026-11-27-published-procedures.ts';
import { stoppedKiosks } from './2026-11-26-stopped-kiosks.ts';
import { progress } from './2026-11-25-progress.ts';
import { staff } from './2026-11-25-staff.ts';

export const platformMigrations = [
  first,
  progress,
  staff,
  helpCalls,
  documents,
  nonces,
  stoppedKiosks,
  kioskKeys,
  notices,
  publishedProcedures,
];
