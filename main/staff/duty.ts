// Staff at this screen: who is signed in, in what way they work, and who entered what.
import type { StaffRole } from '../../domain/contract/staff-list.ts';
import type { Text } from '../../domain/contract/text.ts';
import type { Appearance, StaffMember } from '../../domain/contract/views.ts';
import type { HealthReport } from '../health/finding.ts';
import type { Screen } from '../sessions/session.ts';
import type { EnteredBy } from './entered-by.ts';

/**
 * desk: a clerk at cases of their own. helping: in a citizen's session, which stays the citizen's. review: the citizen has
 * the screen, and the clerk waits. machine: IT.
 */
export type DutyMode = 'desk' | 'helping' | 'review' | 'machine';

export interface Duty {
  member: StaffMember;
  role: StaffRole;
  mode: DutyMode;
  /** Size of text on the pages of this member's own; what the citizen chose is the citizen's. */
  size: Appearance['size'];
  /** The citizen's session that lies beneath and is given back; null: nobody's. */
  beneath: Beneath | null;
}

export interface Beneath {
  screen: Screen;
  appearance: Appearance;
  attended: Attended | null;
}

/** What staff have to do with the application on the screen. Stays with it when they leave. */
export interface Attended {
  by: StaffMember;
  entered: EnteredBy;
  /** When it was put down last; null: not yet, or it could not be. */
  savedAt: string | null;
}

/** The screens of staff. */
export type StaffScreen =
  | { at: 'door'; number: string; problem: Text | null; over: Beneath | null }
  | { at: 'locked'; problem: Text | null; under: Under }
  | { at: 'desk'; before: number | null; told: Text | null }
  | { at: 'machine'; report: HealthReport; tested: { isWell: boolean; says: Text } | null };

/** What comes back when the screen is unlocked. */
export interface Under {
  screen: Screen;
  attended: Attended | null;
  mode: Exclude<DutyMode, 'helping' | 'review'>;
}
