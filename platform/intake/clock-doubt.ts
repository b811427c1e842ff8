import type { ClockDoubt } from '../store/submissions.ts';

/** Further apart than this, a clock is not merely inexact. */
const TOLERANCE_MS = 5 * 60 * 1000;

/**
 * Whether a kiosk's clock was certainly wrong when the citizen pressed: the press lies in our future, or before the
 * kiosk learnt of the procedure. The submission is taken all the same; an officer sees the doubt. A kiosk that knows how
 * far its clock is off is judged by the corrected time.
 */
export function clockDoubt(
  completedAt: Date,
  clockOffsetMs: number | null,
  receivedAt: Date,
  earliest: Date,
): ClockDoubt | null {
  const corrected = completedAt.getTime() + (clockOffsetMs ?? 0);
  if (corrected > receivedAt.getTime() + TOLERANCE_MS) return 'ahead';
  return corrected < earliest.getTime() - TOLERANCE_MS ? 'behind' : null;
}
