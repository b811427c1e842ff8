// Where records that are lent come from: so far one folder of them.
import type { Text } from '../../domain/contract/text.ts';
import type { LentRecordType } from '../../domain/records/records.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';

export interface FoundRecord {
  /** The day it was last brought up to date. */
  on: string;
  fields: { [key: string]: Json };
}

/** What departments lend. */
export interface RecordSource {
  /** The department that lends this type; null: none does. */
  departmentOf(record: LentRecordType): Text | null;
  /** `key`: an identity number, or a credit code. */
  find(record: LentRecordType, key: string): Promise<FoundRecord | null>;
}

/** A platform that lends nothing. */
export const NO_RECORDS: RecordSource = { departmentOf: () => null, find: async () => null };
