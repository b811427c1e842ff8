// Looks for what one person left behind, in bytes of any origin: as text, as the browser keeps text, as escaped JSON, as
// part of an address.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A form in which a word may lie in bytes. */
interface Needle {
  says: string;
  bytes: Buffer;
}

function escaped(word: string): string {
  return [...word.split('')]
    .map((unit) => {
      const code = unit.charCodeAt(0);
      return code < 128 ? unit : `\\u${code.toString(16).padStart(4, '0')}`;
    })
    .join('');
}

/** Every form of every word, without forms that are the same bytes. */
export function needlesOf(words: readonly string[]): Needle[] {
  const all = words.flatMap((word) => [
    { says: `${word} in UTF-8`, bytes: Buffer.from(word, 'utf8') },
    { says: `${word} in UTF-16LE`, bytes: Buffer.from(word, 'utf16le') },
    { says: `${word} as escaped JSON`, bytes: Buffer.from(escaped(word)) },
    {
      says: `${word} as ESCAPED JSON`,
      bytes: Buffer.from(escaped(word).replaceAll(/(?<=\\u).{4}/g, (hex) => hex.toUpperCase())),
    },
    { says: `${word} in an address`, bytes: Buffer.from(encodeURIComponent(word)) },
  ]);
  return all.filter(({ bytes }, at) => all.findIndex((other) => other.bytes.equals(bytes)) === at);
}

/** The needles that lie in these bytes, in words. */
export function tracesIn(bytes: Buffer, needles: readonly Needle[]): string[] {
  return needles.filter((needle) => bytes.includes(needle.bytes)).map(({ says }) => says);
}

/** Larger files are films and images of disks: nothing of ours. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Traces in the files below a folder, in their contents and in their names; folders in `except` are not looked into. */
export function tracesBelow(
  folder: string,
  needles: readonly Needle[],
  except: readonly string[] = [],
): string[] {
  return filesBelow(folder, except).flatMap((file) => [
    ...tracesIn(Buffer.from(file), needles).map((says) => `${file}: ${says} as its name`),
    ...tracesIn(contentOf(file), needles).map((says) => `${file}: ${says}`),
  ]);
}

/** What was made in a folder at that moment (epoch ms) or later: everybody's old things are not looked through. */
export function madeIn(folder: string, since: number): string[] {
  const paths = namesIn(folder).map((name) => join(folder, name));
  return paths.filter((path) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat !== undefined && (stat.birthtimeMs >= since || (stat.isFile() && stat.mtimeMs >= since));
  });
}

/** Files below a folder, or the file itself; none if it is not there. */
export function filesBelow(folder: string, except: readonly string[] = []): string[] {
  if (!existsSync(folder) || except.includes(folder)) return [];
  if (lstatSync(folder).isFile()) return [folder];
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) return filesBelow(path, except);
    return stat?.isFile() === true && stat.size <= MOST_BYTES ? [path] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Somebody else's, or gone while we looked: the folder of temporary files is everybody's.
    return [];
  }
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // Gone while we looked.
    return Buffer.alloc(0);
  }
}
