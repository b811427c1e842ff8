import { isForbidden, segments } from '../pointer.ts';

interface Shape {
  $ref?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
}

/** Whether a pointer leads somewhere in a JSON Schema made of properties, items and references to `$defs`. */
export function hasPlace(answers: object, pointer: string): boolean {
  return shapeAt(answers, pointer) !== undefined;
}

/**
 * What a JSON Schema made of properties, items and references to `$defs` asks of one place, as a schema of its own;
 * undefined where it has no such place. What it asks only together with other answers is left out.
 */
export function schemaAt(answers: object, pointer: string): object | undefined {
  const shape = shapeAt(answers, pointer);
  const { $defs = {} } = answers as { $defs?: object };
  return shape === undefined ? undefined : { $defs, allOf: [shape] };
}

function shapeAt(answers: object, pointer: string): Shape | undefined {
  if (isForbidden(pointer)) return undefined;
  let here: Shape | undefined = answers;
  for (const part of segments(pointer)) {
    const { properties, items }: Shape = resolved(here, answers);
    here = part === '*' ? items : own(properties, part);
    if (here === undefined) return undefined;
  }
  return here;
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
