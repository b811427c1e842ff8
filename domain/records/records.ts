// What departments lend: one schema for each type of record. A field holds an answer in stored form, so that a procedure
// maps it by its place and nothing is converted on the way.
import { Type, type Static, type TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A street by its nine digits, and what stands behind it. */
const Address = Type.Object({ area: Type.String({ pattern: '^\\d{9}$' }), detail: Line(200) }, closed);

/** Public security: who somebody is and where they are registered. */
export const PopulationRecord = Type.Object(
  { name: Line(50), mobile: Type.Optional(Line(20)), household: Address },
  closed,
);

/** Natural resources: what somebody owns and an office may be opened in. */
export const PremisesRecord = Type.Object(
  {
    address: Address,
    postcode: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    /** How it is held, as the procedures ask for it. */
    held: Line(64),
    use: Line(64),
    titleNumber: Line(60),
  },
  closed,
);

const Person = Type.Object({ name: Line(50), residentId: Line(18), mobile: Line(20) }, closed);

/** Market regulation: what stands in the register of enterprises. */
export const EnterpriseRecord = Type.Object(
  {
    name: Line(100),
    creditCode: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
    type: Line(64),
    legalRepresentative: Person,
    capitalFen: Type.Integer({ minimum: 0 }),
    scope: Type.Array(Line(64), { maxItems: 100 }),
    address: Address,
    foundedOn: Day,
    /** null: for an unlimited time. */
    termYears: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    shareholders: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 50 }),
    status: Line(64),
  },
  closed,
);

/** The identity card as a record: what its chip says, in stored form. It never leaves the machine as a whole. */
export const CardRecord = Type.Object(
  {
    name: Line(50),
    residentId: Line(18),
    birthDate: Day,
    sex: Type.Enum(['male', 'female']),
    /** GB/T 3304; cards of foreigners have none. */
    ethnic: Type.Optional(Line(2)),
    /** As printed, in one line. */
    address: Type.Optional(Line(120)),
    /** null: for life. */
    validUntil: Type.Union([Day, Type.Null()]),
  },
  closed,
);
export type CardRecord = Static<typeof CardRecord>;

export const LENT_RECORDS = {
  population: PopulationRecord,
  premises: PremisesRecord,
  enterprise: EnterpriseRecord,
};
export type LentRecordType = keyof typeof LENT_RECORDS;

/** Records about one person: lent only about whoever showed that they are that person. */
const PERSONAL: readonly LentRecordType[] = ['population', 'premises'];

export function isLentRecord(type: string): type is LentRecordType {
  return Object.hasOwn(LENT_RECORDS, type);
}

export function isPersonalRecord(type: LentRecordType): boolean {
  return PERSONAL.includes(type);
}

/** The fields a type of record has, for whoever checks a procedure; null: there is no such type. */
export function fieldsOfRecord(type: string): string[] | null {
  const schema: TSchema | null =
    type === 'id-card' ? CardRecord : isLentRecord(type) ? LENT_RECORDS[type] : null;
  if (schema === null) return null;
  return Object.keys((schema as { properties: object }).properties);
}
