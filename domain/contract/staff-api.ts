// What staff may ask of the kiosk. Who may press what, and when, is decided in main/staff/privileges.ts for every call.
import { Type, type TSchema } from 'typebox';
import { StaffNumber } from './staff-list.ts';
import { PageToken, View } from './views.ts';

const closed = { additionalProperties: false } as const;
const ask = <I extends TSchema, O extends TSchema>(input: I, answer: O) => ({ input, answer });

const OnPage = Type.Object({ page: PageToken }, closed);
const CaseOnPage = Type.Object(
  { page: PageToken, draft: Type.String({ pattern: '^[0-9a-f-]{36}$' }) },
  closed,
);
const sequence = Type.Integer({ minimum: 1 });

export const staffApi = {
  /** The page where staff sign in; what it covers is given back. */
  openStaffDoor: ask(Type.Null(), View),
  closeStaffDoor: ask(OnPage, View),
  /** Signs in, or unlocks the screen of the same member of staff. */
  signIn: ask(
    Type.Object({ page: PageToken, number: StaffNumber, pin: Type.String({ maxLength: 32 }) }, closed),
    View,
  ),
  /** Ends the duty: the citizen's session beneath is given back, or everything is cleared. */
  signOut: ask(
    Type.Object({ page: PageToken, then: Type.Unsafe<'back' | 'end'>({ enum: ['back', 'end'] }) }, closed),
    View,
  ),
  lockScreen: ask(OnPage, View),
  /** The day's items; the case on the screen stays as it was put down. */
  openDesk: ask(OnPage, View),
  /** Another part of the day's receipts: those handed in before this one; null: the newest. */
  showItems: ask(Type.Object({ page: PageToken, before: Type.Union([sequence, Type.Null()]) }, closed), View),
  beginAttended: ask(
    Type.Object({ page: PageToken, procedure: Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' }) }, closed),
    View,
  ),
  openCase: ask(CaseOnPage, View),
  discardCase: ask(CaseOnPage, View),
  /** Staff held card and face against each other. */
  compareFace: ask(Type.Object({ page: PageToken, isCompared: Type.Boolean() }, closed), View),
  /** Staff held the scan against the original: its trust becomes B. */
  compareOriginal: ask(
    Type.Object({ page: PageToken, document: Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' }) }, closed),
    View,
  ),
  /** Shows the citizen their own application, alone, to read and confirm. */
  handOver: ask(OnPage, View),
  /** The citizen is done, or wants staff again: the screen waits for the clerk's PIN. */
  returnToStaff: ask(OnPage, View),
  /** The citizen's own session goes on without staff. */
  giveBack: ask(OnPage, View),
  reprintReceipt: ask(Type.Object({ page: PageToken, sequence }, closed), View),
  /** Opens a returned case to be mended, by its receipt number. */
  mendCase: ask(Type.Object({ page: PageToken, number: Type.String({ maxLength: 200 }) }, closed), View),
  checkMachine: ask(OnPage, View),
  testPrint: ask(OnPage, View),
};
