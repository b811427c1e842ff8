// A kiosk of its own process, as it is on a machine: what measures it must not hold it up. Its parent says how many
// questions a page is to have and is told the address that opens the first of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../../domain/contract/kiosk-api.ts';
import type { View } from '../../../domain/contract/views.ts';
import { silentLog } from '../../../lib/log.ts';
import { startHttp } from '../../../main/hosts/browser/http.ts';
import { RENDERER } from '../../../scripts/city.ts';
import { writeProcedures } from '../../builders/library-card.ts';
import { startCity } from '../../city.ts';
import { ask } from '../../fill-in.ts';
import { TEST_CONFIG } from '../../test-config.ts';
import { procedureId, sixtyQuestions } from './procedure.ts';

/** Measuring takes longer than a citizen may be silent. */
const PATIENT = { ...TEST_CONFIG.idle, warnAfterSeconds: 3600, warnAfterSecondsElder: 3600 };

export interface KioskAsked {
  perPage: number;
}
export interface KioskTold {
  url: string;
}

const sizes = process.argv.slice(2).map(Number);
const shelf = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
writeProcedures(shelf, ...sizes.map(sixtyQuestions));
const city = await startCity({ procedures: shelf, config: { idle: PATIENT } });
const http = await startHttp({
  kiosk: { ...city.kiosk, dispatch: straightToTheQuestion },
  assets: RENDERER,
  port: 0,
  lastingKey: true,
  log: silentLog,
});

/** A window that opens in the middle of an application is asked whether somebody is there. The answer is known here. */
async function straightToTheQuestion(name: string, input: unknown): Promise<Reply> {
  const reply = await city.kiosk.dispatch(name, input);
  const view = name === 'look' && reply.ok ? (reply.value as View) : null;
  return view?.screen === 'still-there' ? city.send('stillHere', null) : reply;
}

function tell(told: KioskTold | 'ready'): void {
  process.send?.(told);
}

/** The last citizen leaves, the next one begins. */
async function beginAnew({ perPage }: KioskAsked): Promise<void> {
  await ask(city.send, 'leave', null);
  const view = await ask(city.send, 'beginApplication', { procedure: procedureId(perPage) });
  if (view.screen !== 'questions') throw new Error(`the matter begins with ${view.screen}`);
  tell({ url: http.launchUrl() });
}

process.on('message', (asked: KioskAsked) => void beginAnew(asked));
process.once('disconnect', () => {
  void http
    .stop()
    .then(() => city.stop())
    .then(() => rmSync(shelf, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
tell('ready');
