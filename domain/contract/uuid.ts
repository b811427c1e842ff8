import { Type } from 'typebox';

/** In a file of its own: the sealed application and the platform's contract both name things by it. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
