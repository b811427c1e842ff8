// A shelf of procedures on its way to another thread: as data, since what is compiled cannot travel.
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { CompileSchema } from '../../domain/compile.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import { questionsOf, type Procedure } from '../../domain/procedure/procedure.ts';
import type { Option } from '../../domain/procedure/question-format.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { JudgeParts } from './judge.ts';

export interface ShelfData {
  versions: { procedure: Procedure; catalogues: { id: string; options: readonly Option[] }[] }[];
  calendar: Calendar;
}

/** The very procedures on the shelf, whatever becomes of the files they came from. */
export function shelfData({ versions, calendar }: Pick<ProcedureShelf, 'versions' | 'calendar'>): ShelfData {
  return {
    versions: versions.map((prepared) => ({
      procedure: prepared.procedure,
      catalogues: cataloguesOf(prepared),
    })),
    calendar,
  };
}

function cataloguesOf(prepared: Prepared): ShelfData['versions'][number]['catalogues'] {
  const found = new Map<string, readonly Option[]>();
  for (const question of questionsOf(prepared.procedure))
    if (question.catalogue !== undefined && question.options === undefined)
      found.set(question.catalogue, prepared.optionsOf(question));
  return [...found].map(([id, options]) => ({ id, options }));
}

/** Compiles a procedure when something is first judged by it. `newCompile`: one for each, as where they were loaded. */
export function shelfFrom(
  { versions, calendar }: ShelfData,
  newCompile: () => CompileSchema,
): JudgeParts['shelf'] {
  const byName = new Map(versions.map((one) => [`${one.procedure.id} ${one.procedure.version}`, one]));
  const prepared = new Map<string, Prepared>();
  return {
    calendar,
    version(id, version) {
      const name = `${id} ${version}`;
      const known = prepared.get(name);
      const found = byName.get(name);
      if (known !== undefined || found === undefined) return known ?? null;
      const catalogues = found.catalogues.map((one) => ({
        ...one,
        version: found.procedure.catalogues[one.id] ?? '',
        title: found.procedure.title,
        source: '-',
        options: [...one.options],
      }));
      const made = prepare(found.procedure, catalogues, newCompile());
      prepared.set(name, made);
      return made;
    },
  };
}
