// The part of a record that is lent: what the matter uses, and of other people nothing that identifies them.
import { valueAt, withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';

/**
 * The fields at these places. `shownTo`: the identity number that was established; null: none was. Who a company's people
 * are by number and telephone is told to its legal representative only, and to each about themselves; their names are public.
 */
export function lentFields(record: JsonObject, places: string[], shownTo: string | null): JsonObject {
  const isHead = shownTo !== null && valueAt(record, '/legalRepresentative/residentId') === shownTo;
  return places.reduce<JsonObject>((lent, place) => {
    const value = valueAt(record, place);
    if (value === undefined || !(isHead || isPublic(value, place, shownTo))) return lent;
    return withAnswer(lent, place, value);
  }, {});
}

/** A single place in a person, or whatever holds nobody but the one it is shown to. */
function isPublic(value: Json, place: string, shownTo: string | null): boolean {
  if (/\/(residentId|mobile)$/.test(place) && place.split('/').length > 2) return value === shownTo;
  return numbersIn(value).every((number) => number === shownTo);
}

/** The identity numbers anywhere in a value. */
function numbersIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value !== 'object' || value === null) return [];
  const { residentId, ...others } = value;
  return [
    ...(typeof residentId === 'string' ? [residentId] : []),
    ...Object.values(others).flatMap(numbersIn),
  ];
}
