/** A place that a condition reads. */
export interface Read {
  /** As the condition writes it: '/item/kind'. */
  at: string;
  /** What is asked of it. */
  schema: unknown;
}

/** The places a condition reads: the ends of its `properties`. */
export function readsOf(schema: unknown, place = ''): Read[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'properties') return propertiesRead(value, place);
    if (['allOf', 'anyOf', 'oneOf'].includes(key) && Array.isArray(value))
      return value.flatMap((inner) => readsOf(inner, place));
    return ['not', 'if', 'then', 'else'].includes(key) ? readsOf(value, place) : [];
  });
}

function propertiesRead(properties: unknown, place: string): Read[] {
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).flatMap(([name, inner]: [string, unknown]) => {
    const at = `${place}/${name}`;
    const deeper = readsOf(inner, at);
    return deeper.length > 0 ? deeper : [{ at, schema: inner }];
  });
}
