// Reads a JSON file that somebody wrote by hand: what is wrong with it is told with its line.
import { readFile, stat } from 'node:fs/promises';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { fail, ok, type Result } from '../../domain/result.ts';

export interface JsonFault {
  /** 'line 2, column 3', a JSON pointer, or 'the whole file'. */
  place: string;
  reason: string;
}

const LARGEST_BYTES = 4_000_000;
/** Deeper than anything a procedure needs; the parser calls itself, so depth is counted before it starts. */
const DEEPEST = 60;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const WHOLE = 'the whole file';

/** The value in a file of UTF-8 JSON without comments, or the first thing that is wrong with it. */
export async function readJsonFile(path: string): Promise<Result<unknown, JsonFault>> {
  const text = await readText(path);
  return text.ok ? readJson(text.value) : text;
}

async function readText(path: string): Promise<Result<string, JsonFault>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_BYTES) return fault(WHOLE, `larger than ${LARGEST_BYTES} bytes`);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    return fault(
      WHOLE,
      error instanceof TypeError ? 'is not UTF-8 text' : `cannot be read (${codeOf(error)})`,
    );
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

/** The value of a JSON text, or the first thing that is wrong with it. */
export function readJson(text: string): Result<unknown, JsonFault> {
  if (isTooDeep(text)) return fault(WHOLE, `nested more than ${DEEPEST} deep`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [error] = errors;
  if (error !== undefined) return fault(lineOf(text, error.offset), inWords(error));
  if (tree === undefined) return fault(WHOLE, 'is empty');
  const key = wrongKey(tree, '');
  return key === null ? ok(JSON.parse(text) as unknown) : { ok: false, error: key };
}

function fault(place: string, reason: string): { ok: false; error: JsonFault } {
  return fail({ place, reason });
}

/** 'PropertyNameExpected' → 'not JSON: property name expected'. */
function inWords({ error }: ParseError): string {
  const words = printParseErrorCode(error).replaceAll(/(?!^)([A-Z])/g, ' $1');
  return `not JSON: ${words.toLowerCase()}`;
}

function lineOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\' && isInString) index += 1;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** A key that reaches a prototype, or stands twice in one object, where the second would silently win. */
function wrongKey(node: Node, place: string): JsonFault | null {
  if (node.type === 'array')
    return first(node.children ?? [], (child, index) => wrongKey(child, `${place}/${index}`));
  if (node.type !== 'object') return null;
  const seen = new Set<string>();
  return first(node.children ?? [], ({ children = [] }) => {
    const [name, value] = children;
    const key = String(name?.value);
    const here = `${place}/${key}`;
    if (FORBIDDEN_KEYS.has(key)) return { place: here, reason: 'this key is forbidden' };
    if (seen.has(key)) return { place: here, reason: 'this key stands twice' };
    seen.add(key);
    return value === undefined ? null : wrongKey(value, here);
  });
}

function first<T>(all: T[], look: (one: T, index: number) => JsonFault | null): JsonFault | null {
  for (const [index, one] of all.entries()) {
    const found = look(one, index);
    if (found !== null) return found;
  }
  return null;
}
