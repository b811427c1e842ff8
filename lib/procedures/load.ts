// Loads a folder of procedures: `ID.json` and, beside them, older versions as `ID@VERSION.json`; `catalogues/` holds the
// lists they share, `parts/` the pages they share, `calendar/working-days.json` the working days. A file that is wrong is
// named with its place and the reason, and the others go on; what is loaded has been checked by meta-schema and linter.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintCalendar } from '../../domain/calendar/lint-calendar.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { CompileSchema } from '../../domain/compile.ts';
import { lintCatalogue, lintProcedure } from '../../domain/procedure/lint/index.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Catalogue, Part, Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { newCompileSchema } from '../schema.ts';
import { readJsonFile, type JsonFault } from './json-file.ts';
import { parseCalendar, parseCatalogue, parsePart, parseProcedure } from './meta-schema.ts';
import { PARTS, partFile, withParts } from './parts.ts';
import { createShelf, type ProcedureFault, type ProcedureShelf } from './shelf.ts';

const CATALOGUES = 'catalogues';
const CALENDAR = 'calendar/working-days.json';

/** Nobody knows the working days: whatever is counted is provisional, never firm. */
const NO_CALENDAR: Calendar = { source: 'none', years: [], holidays: [], workedWeekends: [] };

/** Reads everything in the folder. Never fails: what cannot be loaded is among the faults. */
export async function loadProcedures(folder: string): Promise<ProcedureShelf> {
  const faults: ProcedureFault[] = [];
  const name = (file: string, found: JsonFault[]) =>
    void faults.push(...found.map(({ place, reason }) => ({ file, place, reason })));

  const calendar = await loadCalendar(folder, name);
  const shared = {
    catalogues: await loadCatalogues(folder, name),
    parts: await loadParts(folder, name),
    compile: onceEach(),
  };
  const loaded: Prepared[] = [];
  for (const file of await jsonFiles(folder, '', name)) {
    const opened = await loadProcedure(folder, file, shared);
    const findings = opened.ok
      ? twiceFindings(opened.value.procedure, loaded.map(procedureOf)).map((fault) => ({ file, ...fault }))
      : opened.error;
    faults.push(...findings.filter((found) => !isAmong(found, faults)));
    if (opened.ok && findings.length === 0) loaded.push(opened.value);
  }
  return createShelf(loaded, faults, calendar);
}

/** What is wrong with a part is found again in every procedure that names it, and told once. */
function isAmong({ file, place, reason }: ProcedureFault, faults: ProcedureFault[]): boolean {
  return faults.some((other) => other.file === file && other.place === place && other.reason === reason);
}

/** What several procedures use. */
interface Shared {
  catalogues: Catalogue[];
  parts: Part[];
  compile: CompileSchema;
}

type NameFaults = (file: string, found: JsonFault[]) => void;

async function jsonFiles(folder: string, within: string, name: NameFaults): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, within), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => (within === '' ? entry.name : `${within}/${entry.name}`))
      .toSorted();
  } catch (error) {
    name(within === '' ? folder : within, [
      { place: 'the whole folder', reason: `cannot be read (${(error as NodeJS.ErrnoException).code})` },
    ]);
    return [];
  }
}

async function loadCalendar(folder: string, name: NameFaults): Promise<Calendar> {
  const read = await readJsonFile(join(folder, CALENDAR));
  const parsed = read.ok ? parseCalendar(read.value) : fail([read.error]);
  const findings = parsed.ok ? lintCalendar(parsed.value) : parsed.error;
  name(CALENDAR, findings);
  return parsed.ok && findings.length === 0 ? parsed.value : NO_CALENDAR;
}

async function loadCatalogues(folder: string, name: NameFaults): Promise<Catalogue[]> {
  const loaded: Catalogue[] = [];
  for (const file of await jsonFiles(folder, CATALOGUES, name)) {
    const read = await readJsonFile(join(folder, file));
    const parsed = read.ok ? parseCatalogue(read.value) : fail([read.error]);
    const findings = parsed.ok
      ? [
          ...nameFindings(file, CATALOGUES, parsed.value),
          ...twiceFindings(parsed.value, loaded),
          ...lintCatalogue(parsed.value),
        ]
      : parsed.error;
    name(file, findings);
    if (parsed.ok && findings.length === 0) loaded.push(parsed.value);
  }
  return loaded;
}

/** A folder without parts is as good as any. */
async function loadParts(folder: string, name: NameFaults): Promise<Part[]> {
  if (!existsSync(join(folder, PARTS))) return [];
  const loaded: Part[] = [];
  for (const file of await jsonFiles(folder, PARTS, name)) {
    const read = await readJsonFile(join(folder, file));
    const parsed = read.ok ? parsePart(read.value) : fail([read.error]);
    const findings = parsed.ok ? partNameFindings(file, parsed.value) : parsed.error;
    name(file, findings);
    if (parsed.ok && findings.length === 0) loaded.push(parsed.value);
  }
  return loaded;
}

function partNameFindings(file: string, { part }: Part): JsonFault[] {
  return file === partFile(part) ? [] : [{ place: '/part', reason: `the file must be called ${part}.json` }];
}

async function loadProcedure(
  folder: string,
  file: string,
  { catalogues, parts, compile }: Shared,
): Promise<Result<Prepared, ProcedureFault[]>> {
  const read = await readJsonFile(join(folder, file));
  if (!read.ok) return fail([{ file, ...read.error }]);
  const resolved = withParts(file, read.value, parts);
  if (!resolved.ok) return resolved;
  const { value, trace } = resolved.value;
  const parsed = parseProcedure(value);
  if (!parsed.ok) return fail(parsed.error.map(trace));
  const findings = [
    ...nameFindings(file, '', parsed.value),
    ...lintProcedure(parsed.value, catalogues, compile),
  ];
  if (findings.length > 0) return fail(findings.map(trace));
  return ok(prepare(parsed.value, catalogues, compile));
}

interface Versioned {
  id: string;
  version: string;
}

function procedureOf({ procedure }: Prepared): Procedure {
  return procedure;
}

/** A file is called by what is in it: whoever looks for a version finds it. */
function nameFindings(file: string, within: string, { id, version }: Versioned): JsonFault[] {
  const names = [`${id}.json`, `${id}@${version}.json`];
  if (names.some((name) => file === (within === '' ? name : `${within}/${name}`))) return [];
  return [{ place: '/id', reason: `the file must be called ${names.join(' or ')}` }];
}

function twiceFindings({ id, version }: Versioned, loaded: Versioned[]): JsonFault[] {
  const isThere = loaded.some((other) => other.id === id && other.version === version);
  return isThere
    ? [{ place: '/version', reason: `${id} ${version} is loaded already from another file` }]
    : [];
}

/**
 * Linter and engine compile the same schemas, and procedures share their parts: each is compiled once. One that gives itself
 * an `$id` stands alone, since another file may give the same to another schema.
 */
function onceEach(): CompileSchema {
  const known = new Map<string, ReturnType<CompileSchema>>();
  const together = newCompileSchema();
  return (schema) => {
    const text = JSON.stringify(schema);
    const compile = text.includes('"$id"') ? newCompileSchema() : together;
    const compiled = known.get(text) ?? compile(schema);
    known.set(text, compiled);
    return compiled;
  };
}
