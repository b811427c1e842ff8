// Obeys `npm run platform -- staff …`. What is printed is for a person; a PIN is printed once and kept nowhere.
import { fail, ok, type Result } from '../../domain/result.ts';
import { newPin } from '../../lib/pin-verifier.ts';
import {
  addStaff,
  removeStaff,
  setStaffPin,
  staffNow,
  type StaffFault,
  type StaffParts,
} from './accounts.ts';
import type { StaffCommand } from './arguments.ts';

const FAULTS: Record<StaffFault, string> = {
  'division-unknown': 'there is no such division in Guiyang',
  'name-wrong': 'a name is one line of at most 80 characters',
  'no-number-left': 'there is no staff number left',
  'staff-unknown': 'nobody has an account with this number',
};

/** The lines to print, or what is wrong in a sentence. `askPin`: asks the person at the terminal. */
export async function obeyStaff(
  parts: StaffParts,
  asked: StaffCommand,
  askPin: () => Promise<Result<string, string>>,
): Promise<Result<string[], string>> {
  switch (asked.do) {
    case 'staff-list':
      return ok(await listed(parts));
    case 'staff-remove': {
      const removed = await removeStaff(parts, asked.number);
      return removed.ok ? ok([`${asked.number} has no account any more.`]) : fail(FAULTS[removed.error]);
    }
    case 'staff-add': {
      const pin = await pinFor(asked.isPinTyped, askPin);
      if (!pin.ok) return pin;
      const { name, role, division } = asked;
      const added = await addStaff(parts, { name, role, division, pin: pin.value });
      return added.ok ? ok(told(added.value, asked.isPinTyped, pin.value)) : fail(FAULTS[added.error]);
    }
    case 'staff-pin': {
      const pin = await pinFor(asked.isPinTyped, askPin);
      if (!pin.ok) return pin;
      const set = await setStaffPin(parts, asked.number, pin.value);
      return set.ok ? ok(told(asked.number, asked.isPinTyped, pin.value)) : fail(FAULTS[set.error]);
    }
  }
}

async function pinFor(
  isTyped: boolean,
  askPin: () => Promise<Result<string, string>>,
): Promise<Result<string, string>> {
  return isTyped ? askPin() : ok(newPin());
}

function told(number: string, isTyped: boolean, pin: string): string[] {
  return isTyped ? [`number ${number}`] : [`number ${number}`, `PIN ${pin}`];
}

async function listed({ store }: StaffParts): Promise<string[]> {
  const records = await staffNow(store);
  if (records.length === 0) return ['No accounts yet.'];
  return records.map(
    ({ number, role, division, name }) => `${number}  ${role.padEnd(5)}  ${division}  ${name}`,
  );
}
