// `procedures`: which matters kiosks are told to offer, from a shell, while the platform runs or not.
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PIECE_LENGTH } from '../../domain/contract/procedure-news.ts';
import type { Catalogue, Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readJsonFile } from '../../lib/procedures/json-file.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { parseCatalogue } from '../../lib/procedures/meta-schema.ts';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';
import { openSent, piecesOf, type Pieces } from '../../lib/procedures/sent.ts';
import type { Store } from '../store/store.ts';
import { publish, withdraw, type PublishFault, type PublishParts } from './publish.ts';

export type ProceduresCommand = { do: 'procedures' } & (
  | { deed: 'list' }
  | { deed: 'publish'; procedure: string; version: string | null; folder: string; division: string | null }
  | { deed: 'withdraw'; procedure: string; version: string; graceDays: number; division: string | null }
);

const USUAL_GRACE_DAYS = 30;
const DAY_MS = 86_400_000;

export const PROCEDURES_HELP = `
npm run platform -- procedures [publish ID [VERSION] | withdraw ID VERSION]

  procedures        what kiosks were told of procedures
  procedures publish ID [VERSION]
                    sends a version (default: the latest) with its parts and catalogues to kiosks, which offer it from
                    their next session on. The platform takes it from now on, whether it runs or not
  --from DIR        folder of the procedures (default: those that came with the program)
  --division CODE   to the kiosks of this division alone (also for withdraw; default: to all)
  procedures withdraw ID VERSION
                    has kiosks offer it no more, and the version before it where there is one. What was begun is ended
  --grace DAYS      what was finished up to so many days from now is still taken (default ${USUAL_GRACE_DAYS})`;

interface Values {
  from?: string | undefined;
  division?: string | undefined;
  grace?: string | undefined;
}

/** `words` without the first, which is 'procedures'. */
export function readProceduresCommand(
  [deed, procedure, version, ...more]: string[],
  values: Values,
): Result<ProceduresCommand, string> {
  const division = values.division ?? null;
  const grace = values.grace ?? String(USUAL_GRACE_DAYS);
  if (more.length > 0) return fail(`procedures: too many words\n${PROCEDURES_HELP}`);
  if (division !== null && !/^\d{6}$/.test(division))
    return fail('--division: six digits, for example 520103');
  if (!/^\d{1,3}$/.test(grace)) return fail('--grace: whole days, 0 to 999');
  if (deed === undefined) return ok({ do: 'procedures', deed: 'list' });
  if (deed === 'publish' && procedure !== undefined) {
    const folder = values.from === undefined ? OWN_PROCEDURES : resolve(values.from);
    return ok({ do: 'procedures', deed, procedure, version: version ?? null, folder, division });
  }
  if (deed === 'withdraw' && procedure !== undefined && version !== undefined)
    return ok({ do: 'procedures', deed, procedure, version, graceDays: Number(grace), division });
  return fail(`procedures: publish ID [VERSION] or withdraw ID VERSION\n${PROCEDURES_HELP}`);
}

/** Lines for whoever asked, or a sentence. */
export async function obeyProcedures(
  parts: PublishParts,
  asked: ProceduresCommand,
): Promise<Result<string[], string>> {
  if (asked.deed === 'list') return ok(await listed(parts.store));
  if (asked.deed === 'publish') return publishOne(parts, asked);
  const { procedure, version, division, graceDays } = asked;
  if (!(await isKnown(parts.store, procedure, version)))
    return fail(`${procedure} ${version}: it was neither published nor came with the program`);
  const until = await withdraw(parts, { procedure, version }, division, graceDays * DAY_MS);
  return ok([`${procedure} ${version} is withdrawn; what is finished up to ${until} is taken`]);
}

async function isKnown({ published }: Store, procedure: string, version: string): Promise<boolean> {
  if ((await published.find(procedure, version)) !== null) return true;
  return (await loadProcedures(OWN_PROCEDURES)).version(procedure, version) !== null;
}

async function listed({ published }: Store): Promise<string[]> {
  const news = await published.news();
  if (news.length === 0) return ['nothing was published: kiosks offer what came with their program'];
  return news.map(({ position, kind, procedure, version, division, at, takenUntil }) => {
    const until = takenUntil === null ? [] : [`taken until ${takenUntil}`];
    return [`news ${position}`, at, kind, procedure, version, division ?? 'all divisions', ...until].join(
      '  ',
    );
  });
}

const FAULTS: Record<PublishFault, string> = {
  differs: 'this version was published with other words: give it a new number',
  withdrawn: 'this version was withdrawn: give it a new number',
  older: 'a later version of it was told of: give it a new number',
};

async function publishOne(
  parts: PublishParts,
  { procedure, version, folder, division }: Extract<ProceduresCommand, { deed: 'publish' }>,
): Promise<Result<string[], string>> {
  const pieces = await readPieces(folder, procedure, version);
  if (!pieces.ok) return pieces;
  const { named, texts } = pieces.value;
  const done = await publish(parts, pieces.value, division);
  if (!done.ok) return fail(`${procedure} ${named.version}: ${FAULTS[done.error]}`);
  const bytes = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const whom = division === null ? 'every kiosk' : `the kiosks of ${division}`;
  return ok([
    `${procedure} ${named.version} is sent to ${whom}: ${texts.size} pieces, ${bytes} bytes`,
    named.hash,
  ]);
}

/** The pieces of a version in a folder of procedures, checked as a kiosk will check them. */
export async function readPieces(
  folder: string,
  id: string,
  version: string | null,
): Promise<Result<Pieces, string>> {
  const shelf = await loadProcedures(folder);
  const found = version === null ? shelf.latest(id) : shelf.version(id, version);
  if (found === null) {
    const faults = shelf.faults.map(({ file, place, reason }) => `${file}: ${place}: ${reason}`);
    return fail([`${id}: it is not among the procedures in ${folder}`, ...faults].join('\n'));
  }
  const catalogues = await cataloguesOf(folder, found.procedure);
  const pieces = piecesOf(found.procedure, catalogues);
  if ([...pieces.texts.values()].some((text) => text.length > PIECE_LENGTH))
    return fail(`${id}: a piece of it is longer than ${PIECE_LENGTH} characters`);
  const opened = openSent(pieces);
  return opened.ok ? ok(pieces) : fail(`${id}: it cannot be sent (${opened.error})`);
}

async function cataloguesOf(folder: string, { catalogues }: Procedure): Promise<Catalogue[]> {
  const files = (await readdir(join(folder, 'catalogues'))).filter((name) => name.endsWith('.json'));
  const found: Catalogue[] = [];
  for (const file of files) {
    const read = await readJsonFile(join(folder, 'catalogues', file));
    const parsed = read.ok ? parseCatalogue(read.value) : null;
    if (parsed?.ok === true && catalogues[parsed.value.id] === parsed.value.version) found.push(parsed.value);
  }
  return found;
}
