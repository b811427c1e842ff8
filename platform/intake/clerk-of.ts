// Whether whoever is said to have helped at a kiosk could sign in there.
import { covers } from '../../domain/staff/covers.ts';
import type { Attended } from '../../domain/submission/envelope.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';

/**
 * A clerk of the kiosk's division, now or once: a kiosk that was offline goes by the list it has, and the citizen whom a
 * clerk helped who was removed meanwhile has done nothing wrong. The case says so to whoever reads it.
 */
export async function isClerkOf(
  { staff }: Pick<Store, 'staff'>,
  { division }: Pick<Kiosk, 'division'>,
  { staff: number, name }: Attended,
): Promise<boolean> {
  const account = await staff.byNumber(number);
  if (account === null) return false;
  return account.role === 'clerk' && account.name === name && covers(account.division, division);
}
