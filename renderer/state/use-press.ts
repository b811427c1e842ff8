import type { Refusal } from '../../domain/contract/refusals.ts';
import { usePressMutation, type Press } from './kiosk.ts';

export interface Presses {
  /** Asks the kiosk; a press while another is under way does nothing. */
  press: (press: Press) => void;
  /** The operation under way, or null. */
  pending: Press['name'] | null;
  /** Why the last press was refused, or null. */
  refusal: Refusal | null;
}

/** All presses of a screen are one thing: whoever asks sees the same pending press and the same refusal. */
export function usePress(): Presses {
  const [ask, { isLoading, error, originalArgs }] = usePressMutation({ fixedCacheKey: 'press' });
  return {
    // Two presses before the screen is drawn again are the kiosk's to tell apart: by the page's token.
    press: (press) => void (isLoading ? undefined : ask(press)),
    pending: isLoading ? (originalArgs?.name ?? null) : null,
    refusal: isRefusal(error) ? error : null,
  };
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'code' in error;
}
