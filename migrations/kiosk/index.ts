// In order. A list, so that a packed program carries them; a shipped one is never changed.
import { first } from './2026-11-24-first.ts';

export const kioskMigrations = [first];
