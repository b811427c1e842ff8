import type { Static, TSchema } from 'typebox';

/** Where a value breaks its schema: JSON pointer, the schema's keyword, and what it asks for in English. */
export interface SchemaFault {
  at: string;
  keyword: string;
  says: string;
}

/** A guard made from one of our own schemas. */
export type Compile = <T extends TSchema>(schema: T) => (value: unknown) => value is Static<T>;

/** A JSON Schema that came as data, made into a question that lists every fault; empty means valid. */
export interface SchemaCheck {
  (value: unknown): SchemaFault[];
  /** Whether there is no fault, for whoever need not know which: it costs a fraction. */
  holds(value: unknown): boolean;
}
export type CompileSchema = (schema: object) => SchemaCheck;
