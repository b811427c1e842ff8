// How a kiosk asks for a record that a department lends, and what comes back. Nothing is lent without a purpose.
import { Type, type Static } from 'typebox';
import { IdentityMethod } from '../submission/envelope.ts';
import { Text } from './text.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const RecordRequest = Type.Object(
  {
    record: Name,
    /** Whose: an identity number, or a credit code. */
    key: Type.String({ pattern: '^[0-9A-Z]{15,18}$' }),
    /** What for: the procedure, and the application that is being filled in. */
    procedure: Name,
    version: Type.String({ pattern: '^[0-9]{4}\\.[0-9]{1,4}$' }),
    application: Type.String({
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    }),
    /** Whether the applicant agreed, for this application, to this record being used. */
    consent: Type.Boolean(),
    /** How it was established who the applicant is, and the number on their card; null when they typed it. */
    identity: Type.Object(
      { method: IdentityMethod, number: Type.Union([Type.String({ maxLength: 18 }), Type.Null()]) },
      closed,
    ),
  },
  closed,
);
export type RecordRequest = Static<typeof RecordRequest>;

export const LentRecord = Type.Object(
  {
    record: Name,
    /** The department that lends it. */
    from: Text,
    /** The day it was last brought up to date. */
    on: Day,
    /** Only the fields that the procedure uses, in stored form; null: there is no such record. */
    fields: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
  },
  closed,
);
export type LentRecord = Static<typeof LentRecord>;
