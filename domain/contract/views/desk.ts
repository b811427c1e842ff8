// What a page carries besides itself while a member of staff is at work on it. A citizen alone sees nothing of this.
import { Type, type Static } from 'typebox';
import { StaffNumber } from '../staff-list.ts';
import { Text } from '../text.ts';

const closed = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** Who is signed in. */
export const StaffMember = Type.Object({ number: StaffNumber, name: Type.String() }, closed);
export type StaffMember = Static<typeof StaffMember>;

/** One item of the day: an application being filled in, or one that was handed in. Its applicant's name is masked. */
export const DeskItem = Type.Object(
  {
    /** The draft that can be opened; null once it was handed in. */
    draft: orNull(Type.String()),
    /** The receipt that can be printed again; null before there is one. */
    sequence: orNull(Type.Integer()),
    number: orNull(Type.String()),
    matter: Text,
    name: Type.String(),
    says: Text,
    mark: Type.Unsafe<'here' | 'open' | 'waiting' | 'done' | 'wrong'>({
      enum: ['here', 'open', 'waiting', 'done', 'wrong'],
    }),
  },
  closed,
);
export type DeskItem = Static<typeof DeskItem>;

const helped = {
  staff: StaffMember,
  /** The answers that staff typed. */
  byStaff: Type.Array(Type.String()),
};

export const Desk = Type.Union([
  /** A clerk at work: the day's items beside the case. */
  Type.Object(
    {
      mode: Type.Literal('desk'),
      ...helped,
      items: Type.Array(DeskItem),
      /** More of the day's receipts than are listed; the last one listed. */
      olderThan: orNull(Type.Integer()),
      /** When this page was put down, encrypted; null: no case is open, or it could not be. */
      saved: orNull(Text),
      /** Card and face were compared; null: no case is open. */
      isFaceCompared: orNull(Type.Boolean()),
      /** Documents that were scanned, to be held against their originals. */
      scans: Type.Array(
        Type.Object({ document: Type.String(), title: Text, isCompared: Type.Boolean() }, closed),
      ),
    },
    closed,
  ),
  /** A citizen's own session, helped by staff: their screen says so. */
  Type.Object({ mode: Type.Literal('helping'), ...helped, isFaceCompared: Type.Boolean() }, closed),
  /** The citizen reads and confirms what was filled in at the counter. */
  Type.Object({ mode: Type.Literal('review'), ...helped }, closed),
]);
export type Desk = Static<typeof Desk>;
