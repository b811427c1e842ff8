// Loads a folder of procedures: `ID.json` and, beside them, older versions as `ID@VERSION.json`; `catalogues/` holds the
// lists they share, `calendar/working-days.json` the working days. A file that is wrong is named with its place and the
// reason, and the others go on; what is loaded has been checked by meta-schema and linter.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintCalendar } from '../../domain/calendar/lint-calendar.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { CompileSchema } from '../../domain/compile.ts';
import { lintCatalogue, lintProcedure } from '../../domain/procedure/lint/index.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Catalogue, Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { newCompileSchema } from '../schema.ts';
import { readJsonFile, type JsonFault } from './json-file.ts';
import { parseCalendar, parseCatalogue, parseProcedure } from './meta-schema.ts';
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
  const catalogues = await loadCatalogues(folder, name);
  const loaded: Prepared[] = [];
  for (const file of await jsonFiles(folder, '', name)) {
    const opened = await loadProcedure(folder, file, catalogues);
    const findings = opened.ok
      ? twiceFindings(opened.value.procedure, loaded.map(procedureOf))
      : opened.error;
    name(file, findings);
    if (opened.ok && findings.length === 0) loaded.push(opened.value);
  }
  return createShelf(loaded, faults, calendar);
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

async function loadProcedure(
  folder: string,
  file: string,
  catalogues: Catalogue[],
): Promise<Result<Prepared, JsonFault[]>> {
  const read = await readJsonFile(join(folder, file));
  if (!read.ok) return fail([read.error]);
  const parsed = parseProcedure(read.value);
  if (!parsed.ok) return parsed;
  const compile = onceEach(newCompileSchema());
  const findings = [
    ...nameFindings(file, '', parsed.value),
    ...lintProcedure(parsed.value, catalogues, compile),
  ];
  if (findings.length > 0) return fail(findings.map(({ place, reason }) => ({ place, reason })));
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

/** Linter and engine compile the same schemas: each is compiled once. */
function onceEach(compile: CompileSchema): CompileSchema {
  const known = new WeakMap<object, ReturnType<CompileSchema>>();
  return (schema) => {
    const compiled = known.get(schema) ?? compile(schema);
    known.set(schema, compiled);
    return compiled;
  };
}
