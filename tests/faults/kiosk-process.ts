// A kiosk in a process of its own, for tests that end it without warning. It submits one application after the other
// and says each receipt number the moment a citizen would be told.
//   node kiosk-process.ts FOLDER [COUNT] [--tell-first]
import { writeSync } from 'node:fs';
import { silentLog } from '../../lib/log.ts';
import type { Send } from '../../domain/contract/kiosk-api.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { TEST_CONFIG } from '../test-config.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

const [folder = '', count = '1000000', how = ''] = process.argv.slice(2);
const kiosk = await createKiosk({ folder, config: TEST_CONFIG, log: silentLog });
const send: Send = (name, input) => kiosk.dispatch(name, input);
const { procedure } = await llc();
writeSync(1, 'ready\n');
for (let done = 0; done < Number(count); done += 1) {
  const page = await fillIn(send, procedure, llcAnswers());
  writeSync(1, 'press\n');
  // The control of the fsync test: a kiosk that speaks before it has written.
  if (how === '--tell-first') writeSync(1, 'receipt none\n');
  const receipt = await confirm(send, page);
  if (how !== '--tell-first') writeSync(1, `receipt ${receipt.number}\n`);
  await ask(send, 'leave', null);
}
await kiosk.stop();
