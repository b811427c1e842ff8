import { isForbidden, segments } from '../pointer.ts';

interface Shape {
  $ref?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
}

/** Whether a pointer leads somewhere in a JSON Schema made of properties, items and references to `$defs`. */
export function hasPlace(answers: object, pointer: string): boolean {
  if (isForbidden(pointer)) return false;
  let here: Shape | undefined = answers;
  for (const part of segments(pointer)) {
    const { properties, items }: Shape = resolved(here, answers);
    here = part === '*' ? items : own(properties, part);
    if (here === undefined) return false;
  }
  return true;
}

function resolved(shape: Shape, answers: object): Shape {
  const name = /^#\/\$defs\/([A-Za-z0-9_-]+)$/.exec(shape.$ref ?? '')?.[1];
  if (name === undefined) return shape;
  const { $defs } = answers as { $defs?: Record<string, Shape> };
  return own($defs, name) ?? {};
}

function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
