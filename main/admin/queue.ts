import { openStore } from '../store/store.ts';
import { refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

/** The newest submissions of this kiosk and where each stands. */
export async function listQueue({ folder, limit }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    const lines = [`${opened.error.code}: ${opened.error.detail}`];
    return { lines, value: { ok: false, fault: opened.error }, code: 1 };
  }
  const store = opened.value;
  const [submissions, waiting] = [await store.submissions.list(limit), await store.submissions.waiting()];
  await store.close();
  const rows = submissions.map(({ receiptNumber, procedure, completedAt, state, trouble, attempts }) => ({
    receiptNumber,
    procedure,
    completedAt,
    state,
    trouble,
    attempts,
  }));
  const lines = rows.map((row) =>
    [row.receiptNumber, row.completedAt, row.state, row.trouble ?? '-', row.procedure].join('  '),
  );
  return { lines: [...lines, `${waiting} waiting`], value: { waiting, submissions: rows }, code: 0 };
}
