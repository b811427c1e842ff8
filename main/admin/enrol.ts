import { systemClock } from '../../lib/clock.ts';
import { openSigningKey } from '../../lib/keys.ts';
import { enrol, enrolFaultText, isAskedWrongly } from '../enrol.ts';
import { signingKeyFile } from '../kiosk.ts';
import { SOFTWARE } from '../software.ts';
import { openStore } from '../store/store.ts';
import { refused } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

export async function enrolKiosk({ folder, platform, code }: AdminArguments): Promise<Answer> {
  if (code === undefined || platform === undefined) {
    return refused('enrol needs --code CODE and --platform URL', 2);
  }
  const opened = await openStore(folder);
  if (!opened.ok) return refused(`${opened.error.code}: ${opened.error.detail}`, 1);
  const store = opened.value;
  try {
    const result = await enrol(
      store,
      openSigningKey(signingKeyFile(folder)),
      platform,
      code,
      SOFTWARE,
      systemClock,
    );
    if (!result.ok) return refused(enrolFaultText(result.error), isAskedWrongly(result.error) ? 2 : 1);
    const { division, code: kioskCode, generation, kiosk } = result.value;
    return {
      lines: [`Enrolled as kiosk ${division}-${kioskCode}, generation ${generation}.`],
      value: { ok: true, kiosk, division, code: kioskCode, generation },
      code: 0,
    };
  } finally {
    await store.close();
  }
}
