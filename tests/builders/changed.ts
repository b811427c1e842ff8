import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';

/** JSON pointer → the answer there; undefined takes it away. */
export type Overrides = { [pointer: string]: Json | undefined };

export function changed(answers: JsonObject, overrides: Overrides): JsonObject {
  return Object.entries(overrides).reduce(
    (before, [pointer, value]) => withAnswer(before, pointer, value),
    answers,
  );
}
