// Holds a file against its meta-schema, page by page: of three kinds of pages only the one that is meant is told about.
import { Calendar } from '../../domain/calendar/working-days.ts';
import type { SchemaFault } from '../../domain/compile.ts';
import {
  Catalogue,
  DocumentsPage,
  Part,
  Procedure,
  QuestionPage,
  RepeatPage,
} from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { compile, compileFaults } from '../schema.ts';
import type { JsonFault } from './json-file.ts';

const isProcedure = compile(Procedure);
const isPart = compile(Part);
const isCatalogue = compile(Catalogue);
const isCalendar = compile(Calendar);

const faultsOfProcedure = compileFaults(Procedure);
const faultsOfPart = compileFaults(Part);
const faultsOfCatalogue = compileFaults(Catalogue);
const faultsOfCalendar = compileFaults(Calendar);
const faultsOfPage = {
  questions: compileFaults(QuestionPage),
  repeat: compileFaults(RepeatPage),
  documents: compileFaults(DocumentsPage),
};

export function parseProcedure(value: unknown): Result<Procedure, JsonFault[]> {
  return isProcedure(value) ? ok(value) : fail(toldOf(value, faultsOfProcedure(value)));
}

export function parsePart(value: unknown): Result<Part, JsonFault[]> {
  return isPart(value) ? ok(value) : fail(toldOf(value, faultsOfPart(value)));
}

function toldOf(value: unknown, faults: SchemaFault[]): JsonFault[] {
  const outside = faults.filter(({ at }) => !/^\/pages\/\d/.test(at));
  return told([...outside, ...pagesOf(value).flatMap(pageFaults)]);
}

export function parseCatalogue(value: unknown): Result<Catalogue, JsonFault[]> {
  return isCatalogue(value) ? ok(value) : fail(told(faultsOfCatalogue(value)));
}

export function parseCalendar(value: unknown): Result<Calendar, JsonFault[]> {
  return isCalendar(value) ? ok(value) : fail(told(faultsOfCalendar(value)));
}

function pagesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || !('pages' in value)) return [];
  return Array.isArray(value.pages) ? value.pages : [];
}

function pageFaults(page: unknown, index: number): SchemaFault[] {
  const here = `/pages/${index}`;
  if (typeof page !== 'object' || page === null)
    return [{ at: here, keyword: 'type', says: 'must be object' }];
  const kind = (['questions', 'repeat', 'documents'] as const).find((name) => name in page);
  if (kind === undefined)
    return [{ at: here, keyword: 'required', says: 'must have "questions", "repeat" or "documents"' }];
  return faultsOfPage[kind](page).map((fault) => ({ ...fault, at: here + fault.at }));
}

/** One line for each place and complaint. A summary over alternatives only repeats what they say themselves. */
function told(faults: SchemaFault[]): JsonFault[] {
  const plain = faults.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if');
  const lines = (plain.length > 0 ? plain : faults).map(({ at, says }) => ({
    place: at === '' ? 'the whole file' : at,
    reason: says,
  }));
  return lines.filter(
    (line, index) =>
      lines.findIndex(({ place, reason }) => place === line.place && reason === line.reason) === index,
  );
}
