// How far a case is, for whoever holds the receipt: states and times, nothing about people.
import type { CaseStatus } from '../../domain/contract/platform-api.ts';
import { same, type Text } from '../../domain/contract/text.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Case } from '../store/cases.ts';
import { departmentName } from './departments.ts';

/** The procedure as it was when the application was made; null when that version is no longer on the shelf. */
export function procedureOf(
  { procedure, version }: Case,
  shelf: Pick<ProcedureShelf, 'version'>,
): Procedure | null {
  return shelf.version(procedure, version)?.procedure ?? null;
}

export function taskTitle(procedure: Procedure | null, task: string): Text {
  return procedure?.tasks.find(({ id }) => id === task)?.title ?? same(task);
}

export function statusOf(found: Case, shelf: Pick<ProcedureShelf, 'version'>): CaseStatus {
  const procedure = procedureOf(found, shelf);
  return {
    receiptNumber: found.receiptNumber,
    procedure: found.procedure,
    matter: procedure?.title ?? same(found.procedure),
    receivedAtKiosk: found.completedAt,
    receivedAtPlatform: found.receivedAt,
    tasks: found.tasks.map(({ id, department, state }) => ({
      id,
      title: taskTitle(procedure, id),
      department: departmentName(department),
      state,
    })),
  };
}
