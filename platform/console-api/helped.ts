// Who helped with an application at a counter, for whoever reads the case.
import type { CaseView } from '../../domain/contract/console-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { Attended } from '../../domain/submission/envelope.ts';
import type { StaffRecord } from '../store/staff.ts';

const UNKNOWN = text('平台上没有这个人的账号', 'The platform has no account of this person');
const REMOVED = text(
  '交件时，这个人的账号已经停用，自助机当时可能还不知道',
  'The account had been removed before this was handed in; the kiosk may not have known yet',
);

/** `account`: whoever has or had that number now; null: nobody. `completedAt`: by the kiosk's clock. */
export function helpedBy(
  attended: Attended,
  account: StaffRecord | null,
  completedAt: string,
): NonNullable<CaseView['helped']> {
  return { by: whoHelped(attended), doubt: doubtAbout(attended, account, completedAt) };
}

function whoHelped({ staff, name, entered }: Attended): Text {
  const count = entered.length;
  if (count === 0)
    return text(
      `${name}（工号 ${staff}）在旁协助，没有代填`,
      `Helped by ${name} (staff ${staff}), who typed nothing`,
    );
  return text(
    `${name}（工号 ${staff}）协助，代填了 ${count} 项`,
    `Helped by ${name} (staff ${staff}), who typed ${count} ${count === 1 ? 'answer' : 'answers'}`,
  );
}

function doubtAbout({ name }: Attended, account: StaffRecord | null, completedAt: string): Text | null {
  if (account?.name !== name) return UNKNOWN;
  const { removedAt } = account;
  return removedAt !== null && removedAt <= completedAt ? REMOVED : null;
}
