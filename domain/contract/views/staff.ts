// The pages that only staff see: signing in, the locked screen, the desk, and the machine for IT.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { StaffMember } from './desk.ts';
import { closed, head, oneOf, orNull } from './head.ts';

export * from './desk.ts';

export const StaffDoorView = Type.Object(
  {
    screen: Type.Literal('staff-door'),
    ...head,
    number: Type.String(),
    problem: orNull(Text),
    /** A citizen's session lies beneath and is given back. */
    isOverCitizen: Type.Boolean(),
    /** Since when this machine knows who works here; null: it knows nobody. */
    known: orNull(Text),
  },
  closed,
);

export const StaffLockedView = Type.Object(
  { screen: Type.Literal('staff-locked'), ...head, staff: StaffMember, problem: orNull(Text) },
  closed,
);

/** The clerk's own page: what to begin, and what became of the last press. */
export const StaffDeskView = Type.Object(
  {
    screen: Type.Literal('staff-desk'),
    ...head,
    matters: Type.Array(Type.Object({ procedure: Type.String(), title: Text, summary: Text }, closed)),
    told: orNull(Text),
    /** A citizen's session lies beneath and can be given back. */
    isOverCitizen: Type.Boolean(),
  },
  closed,
);

export const HEALTH_GROUPS = ['devices', 'software', 'platform'] as const;

/** One thing that was looked at. */
export const FindingView = Type.Object(
  {
    id: Type.String(),
    group: oneOf(...HEALTH_GROUPS),
    title: Text,
    isWell: Type.Boolean(),
    found: Text,
    /** What to do about it, when it is not well. */
    todo: orNull(Text),
  },
  closed,
);
export type FindingView = Static<typeof FindingView>;

export const StaffMachineView = Type.Object(
  {
    screen: Type.Literal('staff-machine'),
    ...head,
    staff: StaffMember,
    verdict: Text,
    /** How long it took, and when. */
    looked: Text,
    findings: Type.Array(FindingView),
    /** Two numbers instead of a feeling. null: not enrolled. */
    queue: orNull(
      Type.Object({ last: Type.Integer(), held: orNull(Type.Integer()), waiting: Type.Integer() }, closed),
    ),
    /** What became of a test print, just now. */
    tested: orNull(Type.Object({ isWell: Type.Boolean(), says: Text }, closed)),
    hasPrinter: Type.Boolean(),
    isOverCitizen: Type.Boolean(),
  },
  closed,
);
