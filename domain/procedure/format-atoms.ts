// What the files of procedures are written with: names, versions, places, and conditions.
import { Type } from 'typebox';

export const closed = { additionalProperties: false } as const;

/** Kebab-case name of a page, document, task, procedure. */
export const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
export const Version = Type.String({ pattern: '^[0-9]{4}\\.[0-9]{1,4}$' });
export const Pointer = Type.String({ pattern: '^(/[A-Za-z0-9*_-]{1,64}){1,8}$' });

/** A JSON Schema (2020-12) used as a condition or as the shape of the answers. */
export const Schema = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown());

/** What holds only under a condition. */
export const underCondition = { when: Type.Optional(Schema) };
