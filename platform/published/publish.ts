// What is said of procedures to kiosks: each in one commit with the notice that says it.
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Pieces } from '../../lib/procedures/sent.ts';
import { compareVersionNames } from '../../lib/procedures/shelf.ts';
import { tell } from '../news/tell.ts';
import type { ProcedureNews } from '../store/published.ts';
import type { Store, Stores } from '../store/store.ts';

export interface PublishParts {
  store: Store;
  signingKey: SigningKey;
  clock: Clock;
}

export type PublishFault = 'differs' | 'withdrawn' | 'older';

/** Sends a version to every kiosk, or to those of a division. */
export async function publish(
  { store, signingKey, clock }: PublishParts,
  { named, texts }: Pieces,
  division: string | null,
): Promise<Result<null, PublishFault>> {
  const { procedure, version, hash } = named;
  const at = clock.now().toISOString();
  return store
    .transaction(async (stores) => {
      const position = await tell(stores, signingKey, { kind: 'procedure', division, ...named });
      const before = await stores.published.find(procedure, version);
      const fault = faultOf(hash, before?.hash ?? null, await stores.published.news(), named, division);
      // Nothing of it stays: the notice is taken back with the rest.
      if (fault !== null) throw new Refused(fault);
      await stores.published.put(named, texts, at);
      await stores.published.note({
        position,
        kind: 'published',
        procedure,
        version,
        division,
        at,
        takenUntil: null,
      });
      return ok(null);
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return fail(error.fault);
      throw error;
    });
}

class Refused extends Error {
  readonly fault: PublishFault;
  constructor(fault: PublishFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Kiosks would refuse it too; whoever publishes learns it here. */
function faultOf(
  hash: string,
  before: string | null,
  news: ProcedureNews[],
  { procedure, version }: { procedure: string; version: string },
  division: string | null,
): PublishFault | null {
  if (before !== null && before !== hash) return 'differs';
  const ofIt = news.filter((one) => one.procedure === procedure);
  const isThere = (one: ProcedureNews) => one.division === null || one.division === division;
  if (ofIt.some((one) => one.kind === 'withdrawn' && one.version === version && isThere(one)))
    return 'withdrawn';
  return ofIt.some((one) => compareVersionNames(one.version, version) > 0) ? 'older' : null;
}

/** No kiosk of the division offers it any more; what was finished up to `takenUntil` is still taken. */
export async function withdraw(
  { store, signingKey, clock }: PublishParts,
  { procedure, version }: { procedure: string; version: string },
  division: string | null,
  graceMs: number,
): Promise<string> {
  const now = clock.now();
  const takenUntil = new Date(now.getTime() + graceMs).toISOString();
  await store.transaction(async (stores) => {
    const position = await tell(stores, signingKey, {
      kind: 'procedure-withdrawn',
      division,
      procedure,
      version,
    });
    await stores.published.note({
      position,
      kind: 'withdrawn',
      procedure,
      version,
      division,
      at: now.toISOString(),
      takenUntil,
    });
  });
  return takenUntil;
}

/** Tells a new kiosk what the others were told before it was there: its cursor begins behind that. */
export async function tellAgain(
  stores: Stores,
  key: SigningKey,
  kiosk: { id: string; division: string },
): Promise<void> {
  for (const news of await stores.published.news()) {
    const { kind, procedure, version, division } = news;
    if (division !== null && division !== kiosk.division) continue;
    if (kind === 'withdrawn') {
      await tell(
        stores,
        key,
        { kind: 'procedure-withdrawn', division, procedure, version },
        { to: kiosk.id },
      );
      continue;
    }
    const named = await stores.published.find(procedure, version);
    if (named !== null) await tell(stores, key, { kind: 'procedure', division, ...named }, { to: kiosk.id });
  }
}
