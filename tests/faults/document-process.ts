// A kiosk in a process of its own whose citizens hand in documents, for tests that end it without warning.
//   node document-process.ts FOLDER PROCEDURES
import { writeSync } from 'node:fs';
import type { Send } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { silentLog } from '../../lib/log.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { jpeg } from '../builders/files.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import { ask, confirm, nextPress } from '../fill-in.ts';
import { on, photographAll } from '../hand-in-documents.ts';
import { TEST_CONFIG } from '../test-config.ts';

const [folder = '', procedures = '', count = '1000000'] = process.argv.slice(2);
const config = { ...TEST_CONFIG, procedures, printer: { kind: 'none' } as const };
const kiosk = await createKiosk({ folder, config, log: silentLog });
const send: Send = (name, input) => kiosk.dispatch(name, input);
const [one, other] = [await jpeg(300, 400), await jpeg(300, 400, '#ffe8e8')];
writeSync(1, 'ready\n');
for (let done = 0; done < Number(count); done += 1) {
  let view: View = await ask(send, 'beginApplication', { procedure: tenancy.id });
  while (view.screen !== 'documents') view = await nextPress(send, view, tenantAnswers(), tenancy);
  const lease = await photographAll(send, view, 'lease', [one, other]);
  const all = await photographAll(send, lease, 'landlord-consent', [other]);
  const check = on(await ask(send, 'answerPage', { page: all.page, answers: {} }), 'check');
  const page = on(await ask(send, 'answerPage', { page: check.page, answers: {} }), 'confirm');
  writeSync(1, 'press\n');
  const receipt = await confirm(send, page);
  writeSync(1, `receipt ${receipt.number}\n`);
  await ask(send, 'leave', null);
}
await kiosk.stop();
