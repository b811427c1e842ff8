// The work list in words.
import type { CaseLine } from '../../domain/contract/console-api.ts';
import { same, text, type Text } from '../../domain/contract/text.ts';
import { divisionName } from '../../domain/identifiers/divisions.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { departmentName } from '../cases/departments.ts';
import { procedureOf, taskTitle } from '../cases/status.ts';
import type { Case } from '../store/cases.ts';

/** What a line and a whole case have in common. */
export function headOf(found: Case, shelf: Pick<ProcedureShelf, 'version'>): Omit<CaseLine, 'tasks'> {
  return {
    id: found.id,
    receiptNumber: found.receiptNumber,
    matter: procedureOf(found, shelf)?.title ?? same(found.procedure),
    subject: found.subject,
    place: kioskPlace(found.division, found.kioskCode),
    receivedAtKiosk: found.completedAt,
    receivedAtPlatform: found.receivedAt,
    clockDoubt: found.clockDoubt,
  };
}

/** Which kiosk, as people in the hall know it. */
export function kioskPlace(division: string, kioskCode: string): Text {
  const name = divisionName(division) ?? same(division);
  const number = Number(kioskCode.slice(1));
  return text(`${name['zh-CN']} ${number} 号自助机`, `${name.en}, kiosk ${number}`);
}

export function lineOf(found: Case, shelf: Pick<ProcedureShelf, 'version'>): CaseLine {
  const procedure = procedureOf(found, shelf);
  return {
    ...headOf(found, shelf),
    tasks: found.tasks.map(({ id, department, state }) => ({
      id,
      title: taskTitle(procedure, id),
      department: departmentName(department),
      state,
    })),
  };
}
