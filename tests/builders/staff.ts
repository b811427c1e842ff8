// Staff of the test city: invented, with PINs that cost little to check.
import type { StaffAccount, StaffRole } from '../../domain/contract/staff-list.ts';
import type { In, Send } from '../../domain/contract/kiosk-api.ts';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { systemClock, type Clock } from '../../lib/clock.ts';
import { addStaff } from '../../platform/staff/accounts.ts';
import type { Store } from '../../platform/store/store.ts';
import { openPlatformStore } from '../../platform/platform.ts';
import { ask } from '../fill-in.ts';

export const CHEAP = { cost: 2 ** 10, blockSize: 8, parallel: 1 };

export interface Colleague {
  number: string;
  name: string;
  role: StaffRole;
  pin: string;
}

/** Adds accounts at a platform. Their numbers come in order. */
export async function employ(
  store: Store,
  people: readonly Omit<Colleague, 'number'>[],
  { division = '520103', clock = systemClock }: { division?: string; clock?: Clock } = {},
): Promise<Colleague[]> {
  const employed: Colleague[] = [];
  for (const { name, role, pin } of people) {
    const added = await addStaff({ store, clock, pinCost: CHEAP }, { name, role, division, pin });
    if (!added.ok) throw new Error(`${name}: ${added.error}`);
    employed.push({ number: added.value, name, role, pin });
  }
  return employed;
}

export const zhou = { name: '周敏', role: 'clerk', pin: '480271' } as const;
export const tian = { name: '田小满', role: 'clerk', pin: '593826' } as const;
export const gu = { name: '顾一帆', role: 'it', pin: '716204' } as const;

/** Opens the platform's store beside the running platform, as its commands do. */
export async function withPlatformStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openPlatformStore(folder, null);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export async function openDoor(send: Send): Promise<ViewOf<'staff-door'>> {
  return shows(await ask(send, 'openStaffDoor', null), 'staff-door');
}

/** Signs in from whatever is on the screen. */
export async function signIn(send: Send, { number, pin }: Pick<Colleague, 'number' | 'pin'>): Promise<View> {
  const { page } = await openDoor(send);
  return ask(send, 'signIn', { page, number, pin });
}

export function shows<S extends View['screen']>(view: View, screen: S): ViewOf<S> {
  if (view.screen !== screen) throw new Error(`not ${screen} but ${view.screen}: ${JSON.stringify(view)}`);
  return view as ViewOf<S>;
}

/** A press of staff on the page that is shown. */
export async function pressed<
  N extends 'openDesk' | 'handOver' | 'giveBack' | 'lockScreen' | 'returnToStaff',
>(send: Send, name: N, { page }: { page: string }): Promise<View> {
  return ask(send, name, { page } as In<N>);
}

export type { StaffAccount };
