// The journal, from a shell: whether it stands, and what the platform has of all that was given out here.
import { systemClock } from '../../lib/clock.ts';
import { openSigningKey } from '../../lib/keys.ts';
import { wrongConfig } from './config.ts';
import { loadConfig, type KioskConfig } from '../config.ts';
import { troubleWithPlatform } from '../health/platform.ts';
import { reconcile, type Reconciliation } from '../health/reconcile.ts';
import { hasAnswer, reconcileFinding } from '../health/reconcile-text.ts';
import { signingKeyFile } from '../kiosk.ts';
import type { Altered } from '../store/evidence.ts';
import { breakText, openStore, type Store } from '../store/store.ts';
import { createPlatformClient, type PlatformClient } from '../sync/platform-client.ts';
import { refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

/** Opens the store beside a running kiosk, and closes it again. A store that is not served is an answer too. */
export async function inStore(folder: string, work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    const { code, detail } = opened.error;
    return { lines: [`${code}: ${detail}`], value: { ok: false, fault: opened.error }, code: 1 };
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

const ALTERED: Record<Altered['what'], string> = {
  bytes: 'is not what was put down: its sealed bytes were changed',
  hash: 'is not the one the journal names',
  'not-in-journal': 'stands in no journal entry',
};

/** Reads the whole journal and every submission, and names the first entry and every submission that is not as it was. */
export function verifyJournal({ folder }: AdminArguments): Promise<Answer> {
  return inStore(folder, async (store) => {
    const { journal, altered } = await store.verify();
    const isWell = journal.broken === null && altered.length === 0;
    const wrong = [
      ...(journal.broken === null ? [] : [breakText(journal.broken)]),
      ...altered.map(
        ({ sequence, receiptNumber, what }) => `${receiptNumber} (${sequence}) ${ALTERED[what]}`,
      ),
    ];
    const lines = isWell ? [`${journal.entries} entries, each follows from the one before`] : wrong;
    return {
      lines,
      value: { ok: isWell, entries: journal.entries, broken: journal.broken, altered },
      code: isWell ? 0 : 1,
    };
  });
}

/** What was given out here and what the platform holds, and whether the difference is explained. */
export async function reportJournal({ folder, configFile }: AdminArguments): Promise<Answer> {
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  return inStore(folder, async (store) => {
    const client = await clientOf(folder, store, loaded.value);
    const { found, answer } = await reconcile(store, client);
    return { lines: linesOf(found, answer), value: found, code: isWell(found) ? 0 : 1 };
  });
}

function isWell({ verdict }: Reconciliation): boolean {
  return verdict === 'level' || verdict === 'on-its-way';
}

function linesOf(found: Reconciliation, answer: Awaited<ReturnType<typeof reconcile>>['answer']): string[] {
  const here = [
    `given out here: ${found.last}`,
    `acknowledged ${found.acknowledged}, waiting ${found.waiting}, set aside ${found.setAside}`,
  ];
  if (!hasAnswer(found)) {
    const trouble = answer === null || answer.ok ? null : troubleWithPlatform(answer.error);
    const why = trouble === null ? 'this machine is enrolled nowhere' : `the platform ${trouble.found.en}`;
    return [...here, `not compared: ${why}`];
  }
  const { found: said, todo } = reconcileFinding(found);
  const { gapFreeUpTo, highest } = found.told;
  return [
    ...here,
    `held by the platform: ${gapFreeUpTo} without a gap, ${highest} the highest`,
    `${found.verdict}: ${said.en}${todo === null ? '' : `. ${todo.en}`}`,
  ];
}

async function clientOf(folder: string, store: Store, config: KioskConfig): Promise<PlatformClient | null> {
  const enrolment = await store.enrolment.get();
  if (enrolment === null) return null;
  return createPlatformClient({
    url: enrolment.platformUrl,
    platformKey: enrolment.platformSigningKey,
    kiosk: enrolment.kiosk,
    key: openSigningKey(signingKeyFile(folder)),
    clock: systemClock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
  });
}
