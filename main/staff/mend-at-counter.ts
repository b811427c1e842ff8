// A returned case that staff open to mend it with its applicant: by the square of the receipt, which proves the paper.
// Who the applicant is, staff say then by the number on the card they compared.
import { refusalText } from '../../domain/contract/refusals.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { ProgressDesk } from '../sessions/progress.ts';
import { showing, type Session } from '../sessions/session.ts';
import { canMend } from '../sessions/views/progress.ts';

const SCAN_IT = text(
  '请扫申请人凭条上的方块码，只有编号不能补正。',
  'Scan the square on the applicant’s receipt: the number alone opens nothing.',
);

/** The session on the page where the applicant's number is asked; in words why it cannot be. */
export function mendAtCounter(
  progress: ProgressDesk,
): (session: Session, typed: string) => Promise<Session | Text> {
  return async (session, typed) => {
    const found = await progress.find(typed);
    if (!found.ok) return refusalText(found.error);
    if (found.value.proof === null) return SCAN_IT;
    if (!canMend(found.value))
      return refusalText(found.value.status === null ? 'platform-unreachable' : 'nothing-returned');
    const from = { found: found.value, among: null };
    return showing(session, { at: 'mend-identity', from, problem: null });
  };
}
