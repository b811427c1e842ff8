// Records out of a folder: a file for each type, read whole at the start. For demonstrations, tests, and a department
// without a system of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type, type TSchema } from 'typebox';
import { Text } from '../../domain/contract/text.ts';
import { LENT_RECORDS, type LentRecordType } from '../../domain/records/records.ts';
import { compileFaults } from '../../lib/schema.ts';
import type { FoundRecord, RecordSource } from './source.ts';

const closed = { additionalProperties: false } as const;

function fileOf(fields: TSchema) {
  return Type.Object(
    {
      from: { ...Text, description: 'The department that lends them' },
      /** By identity number or credit code. */
      records: Type.Record(
        Type.String({ pattern: '^[0-9A-Z]{15,18}$' }),
        Type.Object({ on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), fields }, closed),
        { additionalProperties: false },
      ),
    },
    closed,
  );
}

interface RecordFile {
  from: Text;
  records: Record<string, FoundRecord>;
}

const TYPES: LentRecordType[] = ['population', 'premises', 'enterprise'];

/** Reads a folder. Throws with a sentence when a file cannot be read or a record is not of its type. */
export function openRecordFolder(folder: string): RecordSource {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder of records`);
  const files = new Map(TYPES.map((type) => [type, readFile(folder, type)]));
  return {
    departmentOf: (record) => files.get(record)?.from ?? null,
    find: async (record, key) => recordIn(files.get(record) ?? null, key),
  };
}

function recordIn(file: RecordFile | null, key: string): FoundRecord | null {
  return file !== null && Object.hasOwn(file.records, key) ? (file.records[key] ?? null) : null;
}

function readFile(folder: string, type: LentRecordType): RecordFile | null {
  const file = join(folder, `${type}.json`);
  if (!existsSync(file)) return null;
  const content: unknown = parsed(file);
  const [fault] = compileFaults(fileOf(LENT_RECORDS[type]))(content);
  if (fault !== undefined) throw new Error(`${file}: ${placeOf(fault.at)}: ${fault.keyword}`);
  return content as RecordFile;
}

/** A place in such a file names whose record it is: only which one is told, by its order. */
function placeOf(at: string): string {
  return at === '' ? 'the whole file' : at.replace(/^\/records\/([^/]+)/, '/records/…');
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file}: it is not JSON`);
  }
}
