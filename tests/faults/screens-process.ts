// Starts a kiosk on each folder it is given, one after the other, and says what its screen shows.
import type { View } from '../../domain/contract/views.ts';
import { silentLog } from '../../lib/log.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { TEST_CONFIG } from '../test-config.ts';

const shelf = createShelf([], [], { years: {} } as never);
for (const folder of process.argv.slice(2)) {
  const kiosk = await createKiosk({ folder, config: TEST_CONFIG, log: silentLog, shelf });
  const reply = await kiosk.dispatch('look', null);
  const view = reply.ok ? (reply.value as View) : null;
  const code = view?.screen === 'closed' ? view.code : null;
  process.stdout.write(`${JSON.stringify({ screen: view?.screen ?? null, code })}\n`);
  await kiosk.stop();
}
