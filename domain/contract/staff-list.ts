// Staff accounts as the platform hands them to the kiosks of a division: one signed list, good without a network.
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;

export const STAFF_ROLES = ['clerk', 'it'] as const;
export const StaffRole = Type.Unsafe<(typeof STAFF_ROLES)[number]>({ enum: [...STAFF_ROLES] });
/** clerk: fills in and takes over applications. it: looks after the machine. */
export type StaffRole = Static<typeof StaffRole>;

export const StaffNumber = Type.String({ pattern: '^\\d{4}$' });
const Base64Url = (minLength: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength, maxLength: 128 });

/** What a PIN is held against; the PIN itself is nowhere. Its cost stands beside it, so that it can be raised. */
export const PinVerifier = Type.Object(
  {
    scheme: Type.Literal('scrypt'),
    /** scrypt's N, a power of two. */
    cost: Type.Unsafe<number>({ enum: [10, 14, 15, 16, 17, 18].map((power) => 2 ** power) }),
    /** scrypt's r and p. */
    blockSize: Type.Integer({ minimum: 1, maximum: 16 }),
    parallel: Type.Integer({ minimum: 1, maximum: 4 }),
    /** 16 bytes. */
    salt: Base64Url(22),
    /** 32 bytes. */
    hash: Base64Url(43),
  },
  closed,
);
export type PinVerifier = Static<typeof PinVerifier>;

export const StaffAccount = Type.Object(
  {
    number: StaffNumber,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    role: StaffRole,
    pin: PinVerifier,
  },
  closed,
);
export type StaffAccount = Static<typeof StaffAccount>;

/** The most accounts one division may have: the list goes to every kiosk whole. */
export const STAFF_MOST = 2000;

export const StaffList = Type.Object(
  {
    format: Type.Literal(1),
    /** The division of the kiosks it is for. */
    division: Type.String({ pattern: '^\\d{6}$' }),
    /** Rises with every change; a kiosk takes no list older than the one it holds. */
    version: Type.Integer({ minimum: 0 }),
    issuedAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
    accounts: Type.Array(StaffAccount, { maxItems: STAFF_MOST }),
  },
  closed,
);
export type StaffList = Static<typeof StaffList>;

/** Canonical JSON of a StaffList, as signed, and the platform's signature over it. */
export const SignedStaffList = Type.Object(
  {
    body: Type.String({ maxLength: 1_500_000 }),
    signature: Type.String({ pattern: '^[A-Za-z0-9+/=_-]+$', maxLength: 128 }),
  },
  closed,
);
export type SignedStaffList = Static<typeof SignedStaffList>;
