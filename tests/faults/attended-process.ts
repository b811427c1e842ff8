// A kiosk in a process of its own where a clerk fills in a case, for tests that end it without warning. It says each page the
// moment the clerk sees it.
//   node attended-process.ts FOLDER NUMBER PIN
import { writeSync } from 'node:fs';
import { silentLog } from '../../lib/log.ts';
import type { Send } from '../../domain/contract/kiosk-api.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { shows, signIn } from '../builders/staff.ts';
import { ask, nextPress } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { TEST_CONFIG } from '../test-config.ts';

const [folder = '', number = '', pin = ''] = process.argv.slice(2);
const kiosk = await createKiosk({
  folder,
  config: { ...TEST_CONFIG, printer: { kind: 'none' } },
  log: silentLog,
});
const send: Send = (name, input) => kiosk.dispatch(name, input);
const { procedure } = await llc();
await kiosk.drain();
const { page } = shows(await signIn(send, { number, pin }), 'staff-desk');
let view = await ask(send, 'beginAttended', { page, procedure: procedure.id });
for (;;) {
  if (view.desk?.mode === 'desk' && view.desk.saved !== null)
    writeSync(1, `${JSON.stringify({ ...view, page: '', revision: 0, desk: null })}\n`);
  if (view.screen === 'check') break;
  view = await nextPress(send, view, llcAnswers(), procedure);
}
writeSync(1, 'check\n');
// It waits here for its end.
setInterval(() => {}, 1000);
