import { fileURLToPath } from 'node:url';

/** The procedures that came with the program. */
export const OWN_PROCEDURES = fileURLToPath(new URL('../../procedures', import.meta.url));
