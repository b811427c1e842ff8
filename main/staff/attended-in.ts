// Both persons, as the application names them: the applicant signs it, and whoever helped stands in it.
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Attended } from '../../domain/submission/envelope.ts';
import type { Session } from '../sessions/session.ts';
import { enteredByStaff } from './entered-by.ts';

/** null: the applicant was alone. Only places that are answered in what is handed in. */
export function attendedIn({ attended }: Pick<Session, 'attended'>, answers: JsonObject): Attended | null {
  if (attended === null) return null;
  const { number: staff, name } = attended.by;
  const entered = enteredByStaff(attended.entered).filter((at) => valueAt(answers, at) !== undefined);
  return { staff, name, entered };
}
