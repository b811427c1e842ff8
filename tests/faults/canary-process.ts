// A kiosk in a process of its own that people hand documents in at, with a log, a printer that writes files and a case at
// the counter; the last person is in the middle when it is killed.
//   node canary-process.ts FOLDER PROCEDURES
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Send } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { systemClock } from '../../lib/clock.ts';
import { createLog, logTo } from '../../lib/log.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { newDraft } from '../../main/sessions/draft.ts';
import { openCaseKeeper } from '../../main/staff/open-staff.ts';
import { openStore } from '../../main/store/store.ts';
import { jpeg, withExif } from '../builders/files.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import { ask, confirm, nextPress } from '../fill-in.ts';
import { on, photographAll } from '../hand-in-documents.ts';
import { llc } from '../llc.ts';
import { TEST_CONFIG } from '../test-config.ts';

const [folder = '', procedures = ''] = process.argv.slice(2);
const log = createLog('kiosk', logTo(join(folder, 'kiosk.log')));
const kiosk = await createKiosk({ folder, config: { ...TEST_CONFIG, procedures }, log });
const send: Send = (name, input) => kiosk.dispatch(name, input);
const picture = withExif(await jpeg(300, 400), 'canary-in-a-picture');

async function toConfirm() {
  let view: View = await ask(send, 'beginApplication', { procedure: tenancy.id });
  while (view.screen !== 'documents') view = await nextPress(send, view, tenantAnswers(), tenancy);
  const lease = await photographAll(send, view, 'lease', [picture]);
  const all = await photographAll(send, lease, 'landlord-consent', [picture]);
  const check = on(await ask(send, 'answerPage', { page: all.page, answers: {} }), 'check');
  return on(await ask(send, 'answerPage', { page: check.page, answers: {} }), 'confirm');
}

await confirm(send, await toConfirm());
await ask(send, 'leave', null);
await kiosk.drain();

// What a member of staff is filling in, as the counter keeps it.
const opened = await openStore(folder, { reclaim: false });
if (!opened.ok) throw new Error(opened.error.code);
const prepared = await llc();
const shelf = createShelf([prepared], [], { years: {} } as never);
const keeper = openCaseKeeper({ folder, store: opened.value, shelf, clock: systemClock, log });
const draft = newDraft(prepared, '01999999-0000-7000-8000-000000000001', new Date());
const attended = { by: { number: '0001', name: '周敏' }, entered: {}, savedAt: null };
await keeper.put({
  draft: { ...draft, answers: llcAnswers(), position: { at: 'check' } },
  attended,
  locale: 'zh-CN',
});
await opened.value.close();

// Somebody does something that no screen would, and what they typed is in it.
await kiosk.dispatch('answerPage', { page: 'no-page', answers: { '/reader/name': tenantAnswers() } });
await toConfirm();
writeSync(1, 'half\n');
setInterval(() => {}, 1000);
