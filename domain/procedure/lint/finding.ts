export interface Finding {
  /** JSON pointer into the file. */
  place: string;
  code: FindingCode;
  /** In English: it is read by whoever writes procedures. */
  reason: string;
}

export type FindingCode =
  | 'schema'
  | 'pattern'
  | 'forbidden'
  | 'no-place'
  | 'wrong-list'
  | 'no-options'
  | 'no-catalogue'
  | 'no-people'
  | 'min-max'
  | 'misfit'
  | 'usual'
  | 'unknown'
  | 'no-record'
  | 'not-given'
  | 'other-item'
  | 'duplicate'
  | 'no-stage'
  | 'not-asked-yet'
  | 'vacuous'
  | 'unreachable'
  | 'unknown-rule'
  | 'rule-parameters'
  | 'no-list'
  | 'delivery'
  | 'no-task'
  | 'promise'
  | 'late'
  | 'circle';

export function finding(place: string, code: FindingCode, reason: string): Finding {
  return { place, code, reason };
}

/** Those values that stand more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
