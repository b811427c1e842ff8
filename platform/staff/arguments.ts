// `staff add | list | remove | pin`: what was asked for. A PIN is never on the command line, where others can read it.
import { STAFF_ROLES, type StaffRole } from '../../domain/contract/staff-list.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

/** The city: an account without a division of its own is good at every kiosk. */
export const WHOLE_CITY = '520100';

export type StaffCommand =
  | { do: 'staff-list' }
  | { do: 'staff-add'; name: string; role: StaffRole; division: string; isPinTyped: boolean }
  | { do: 'staff-remove'; number: string }
  | { do: 'staff-pin'; number: string; isPinTyped: boolean };

export interface StaffOptions {
  role?: string | undefined;
  division?: string | undefined;
  'own-pin'?: boolean | undefined;
}

export const STAFF_HELP = `
npm run platform -- staff add NAME --role clerk|it [--division CODE] [--own-pin]
npm run platform -- staff list | staff remove NUMBER | staff pin NUMBER [--own-pin]

  staff add         makes an account for a clerk or for IT, good at the kiosks of a division (without one: of the city);
                    prints its number and a PIN, this once. Kiosks learn of it with their next contact
  staff remove      ends an account; staff pin gives it a new PIN
  --own-pin         the PIN is typed, twice, instead of made up`;

/** `words` without the first, which is 'staff'. */
export function readStaffCommand(words: string[], options: StaffOptions): Result<StaffCommand, string> {
  const [deed, who, ...more] = words;
  const isPinTyped = options['own-pin'] === true;
  if (more.length > 0) return fail(`${more.join(' ')}: too many words; put a name in quotation marks`);
  switch (deed) {
    case 'list':
      return ok({ do: 'staff-list' });
    case 'add':
      return adding(who, options, isPinTyped);
    case 'remove':
      return numbered(who, (number) => ({ do: 'staff-remove', number }));
    case 'pin':
      return numbered(who, (number) => ({ do: 'staff-pin', number, isPinTyped }));
    default:
      return fail(`staff add, list, remove or pin\n${STAFF_HELP}`);
  }
}

function adding(
  name: string | undefined,
  { role: given, division = WHOLE_CITY }: StaffOptions,
  isPinTyped: boolean,
): Result<StaffCommand, string> {
  const role = STAFF_ROLES.find((one) => one === given);
  if (name === undefined) return fail('staff add: whose account? staff add "周敏" --role clerk');
  if (role === undefined) return fail(`--role: ${STAFF_ROLES.join(' or ')}`);
  if (!/^\d{6}$/.test(division)) return fail('--division: six digits, for example 520103');
  return ok({ do: 'staff-add', name, role, division, isPinTyped });
}

function numbered(
  number: string | undefined,
  commandFor: (number: string) => StaffCommand,
): Result<StaffCommand, string> {
  if (number === undefined || !/^\d{4}$/.test(number))
    return fail('a staff number has four digits: see staff list');
  return ok(commandFor(number));
}
