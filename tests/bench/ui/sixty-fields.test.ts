import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from '../../../domain/procedure/kinds/index.ts';
import { questionsOf } from '../../../domain/procedure/procedure.ts';
import { loadProcedures } from '../../../lib/procedures/load.ts';
import { writeProcedures } from '../../builders/library-card.ts';
import { problemOf } from '../peers/shared/rules.ts';
import { procedureId, sixtyQuestions } from './procedure.ts';
import { pagesOf, SIXTY_FIELDS, type Field } from './sixty-fields.ts';

it('has sixty fields, and no two alike', () => {
  expect(new Set(SIXTY_FIELDS.map(({ id }) => id)).size).toBe(60);
});

it('leaves no field out, whatever a page holds', () => {
  for (const perPage of [1, 2, 7, 8]) expect(pagesOf(perPage).flat()).toEqual(SIXTY_FIELDS);
  expect(pagesOf(8).map(({ length }) => length)).toEqual([8, 8, 8, 8, 8, 8, 8, 4]);
});

it('is a matter that a kiosk loads, in every size of page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-sixty-'));
  try {
    writeProcedures(folder, sixtyQuestions(2), sixtyQuestions(8));
    const { procedures, faults } = await loadProcedures(folder);
    expect(faults).toEqual([]);
    expect(procedures.map(({ procedure }) => procedure.id).toSorted()).toEqual([
      procedureId(2),
      procedureId(8),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function asTyped({ as, answer }: Field): string | Record<string, string> {
  if (as !== 'date') return answer;
  const [year = '', month = '', day = ''] = answer.split('-');
  return { year, month, day };
}

it('is answered with what the kiosk and the peers both take', () => {
  const questions = questionsOf(sixtyQuestions(2));
  for (const [at, field] of SIXTY_FIELDS.entries()) {
    const question = questions[at];
    if (question === undefined) throw new Error(`nobody asks ${field.id}`);
    const context = {
      question,
      options: question.options ?? [],
      people: [],
      today: '2026-11-26',
    };
    expect([field.id, kinds[field.as].read(asTyped(field), context).problem]).toEqual([field.id, null]);
    expect([field.id, problemOf(field, field.answer)]).toEqual([field.id, null]);
  }
});

it('is held to rules: nothing, and something else, is refused', () => {
  for (const field of SIXTY_FIELDS) {
    expect([field.id, problemOf(field, '') === null]).toEqual([field.id, false]);
    const isFree = field.as === 'text' && field.check === undefined;
    expect([field.id, problemOf(field, isFree ? 'x'.repeat(201) : '?') === null]).toEqual([field.id, false]);
  }
});
