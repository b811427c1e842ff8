import type { RawAnswer } from '../../contract/answers.ts';
import type { Text } from '../../contract/text.ts';
import type { Message } from '../../message.ts';
import type { Json } from '../../submission/canonical-json.ts';
import type { Option, Question } from '../procedure.ts';

/** A natural person as an answer. */
export interface Person {
  name: string;
  residentId: string;
  mobile: string;
}

/** A person already entered, and where. */
export interface KnownPerson extends Person {
  at: string;
}

/** What a kind of question may look at besides the answer itself. */
export interface QuestionContext {
  question: Question;
  options: readonly Option[];
  people: readonly KnownPerson[];
  /** 'YYYY-MM-DD' in the city. */
  today: string;
}

export interface Reading {
  /** undefined: nothing was answered. */
  value: Json | undefined;
  problem: Message | null;
  warnings: Message[];
}

/**
 * One kind of question: how its answer is read, kept and shown. `read(raw(value))` gives the value again; that is how
 * a stored answer is checked.
 */
export interface AnswerKind {
  read(raw: RawAnswer, context: QuestionContext): Reading;
  /** What the screen is given to show and change. */
  raw(value: Json, context: QuestionContext): RawAnswer;
  /** How a summary says it; identity and phone numbers masked. */
  show(value: Json, context: QuestionContext): Text;
  /** How it is said back while it is typed, where that is more than `show` says. */
  reads?(value: Json, context: QuestionContext): Text;
}

export function nothing(): Reading {
  return { value: undefined, problem: null, warnings: [] };
}

export function good(value: Json, warnings: Message[] = []): Reading {
  return { value, problem: null, warnings };
}

export function bad(problem: Message, warnings: Message[] = []): Reading {
  return { value: undefined, problem, warnings };
}

export function asString(raw: RawAnswer): string {
  return typeof raw === 'string' ? raw : '';
}

export function asRecord(raw: RawAnswer): Record<string, string> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : {};
}

export function asList(raw: RawAnswer): string[] {
  return Array.isArray(raw) ? raw : [];
}

export function stringOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
