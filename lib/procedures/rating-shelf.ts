// The catalogues of ratings at hand: the newest is offered, every version can be judged by.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintRatingCatalogue, RatingCatalogue } from '../../domain/rating/catalogue.ts';
import { readJsonFile, type JsonFault } from './json-file.ts';
import { compile, compileFaults } from '../schema.ts';

const FOLDER = 'ratings';

export interface RatingShelf {
  /** What citizens are shown; null: no ratings are asked for. */
  latest: RatingCatalogue | null;
  version(id: string, version: string): RatingCatalogue | null;
  faults: { file: string; place: string; reason: string }[];
}

const isCatalogue = compile(RatingCatalogue);
const faultsOf = compileFaults(RatingCatalogue);

/** Reads `ratings/*.json` of a folder of procedures. Never fails: a file that is wrong is among the faults. */
export async function loadRatings(procedures: string): Promise<RatingShelf> {
  const loaded: RatingCatalogue[] = [];
  const faults: RatingShelf['faults'] = [];
  for (const file of await filesIn(join(procedures, FOLDER))) {
    const read = await readJsonFile(join(procedures, FOLDER, file));
    const catalogue = read.ok && isCatalogue(read.value) ? read.value : null;
    const found =
      catalogue === null ? shapeFaults(read.ok ? read.value : null, read) : lintRatingCatalogue(catalogue);
    faults.push(...found.map((fault) => ({ file: `${FOLDER}/${file}`, ...fault })));
    if (catalogue !== null && found.length === 0) loaded.push(catalogue);
  }
  return shelfOf(loaded, faults);
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    // No folder: no ratings are asked for.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json')).toSorted();
}

function shapeFaults(value: unknown, read: Awaited<ReturnType<typeof readJsonFile>>): JsonFault[] {
  if (!read.ok) return [read.error];
  return faultsOf(value).map(({ at, says }) => ({ place: at === '' ? 'the whole file' : at, reason: says }));
}

function shelfOf(loaded: RatingCatalogue[], faults: RatingShelf['faults']): RatingShelf {
  const [latest = null] = loaded.toSorted((one, other) => rankOf(other) - rankOf(one));
  return {
    latest,
    version: (id, version) => loaded.find((one) => one.id === id && one.version === version) ?? null,
    faults,
  };
}

/** By number, not by letter: 2026.10 comes after 2026.9. */
function rankOf({ version }: RatingCatalogue): number {
  const [year = 0, issue = 0] = version.split('.').map(Number);
  return year * 10_000 + issue;
}
