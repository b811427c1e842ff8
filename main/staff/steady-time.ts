// A time that never goes back, for lock-outs: whoever sets the clock back must not shorten one. While the process lives it
// follows the clock that never jumps; a restart begins no earlier than the latest moment this machine has seen.
import type { Clock } from '../../lib/clock.ts';

export interface SteadyTime {
  /** Milliseconds; comparable across restarts. */
  nowMs(): number;
}

/** `highWaterMs`: the latest moment that was put down before this process began. */
export function createSteadyTime(clock: Clock, highWaterMs: number): SteadyTime {
  const beginMs = Math.max(clock.now().getTime(), highWaterMs);
  const beganAt = clock.monotonicMs();
  return { nowMs: () => beginMs + (clock.monotonicMs() - beganAt) };
}
