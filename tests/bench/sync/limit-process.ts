// What a drain cannot be faster than on one core: each signature checked, each envelope opened, each stored with its
// answer's signature, a hundred to a commit. No HTTP, nothing judged, nothing at the other end.
//   node limit-process.ts KIOSK_FOLDER PLATFORM_FOLDER FILE
import { join } from 'node:path';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { openSealingKey } from '../../../lib/envelope-crypto.ts';
import { openApplication, readEnvelope } from '../../../lib/envelope.ts';
import { newSigningKey, openSigningKey, verifySignature } from '../../../lib/keys.ts';
import { signingKeyFile } from '../../../main/kiosk.ts';
import { say, usage } from './usage.ts';

interface Row {
  sequence: number;
  envelope: Buffer;
  signature: string;
}

const [kiosk = '', platform = '', file = ''] = process.argv.slice(2);
const from = openSqlite(join(kiosk, 'kiosk.sqlite'));
const into = openSqlite(file);
await into.raw(
  'create table taken (id integer primary key, envelope blob not null, answer text not null) strict',
);
const { publicKey } = openSigningKey(signingKeyFile(kiosk));
const opening = openSealingKey(join(platform, 'sealing.key'));
const signer = newSigningKey();

const before = performance.now();
let sent = 0;
for (let last = 0; ;) {
  const rows = await from<Row>('submissions').where('sequence', '>', last).orderBy('sequence').limit(100);
  if (rows.length === 0) break;
  const taken = rows.map(({ sequence, envelope, signature }) => {
    if (!verifySignature(publicKey, 'submission', envelope, signature)) throw new Error('not signed');
    const read = readEnvelope(envelope);
    if (read === null || openApplication(read, opening) === null) throw new Error('does not open');
    return { id: sequence, envelope, answer: signer.sign('acknowledgement', envelope) };
  });
  await into.transaction(async (transaction) => {
    await transaction('taken').insert(taken);
  });
  last = rows.at(-1)?.sequence ?? 0;
  sent += rows.length;
}
say(JSON.stringify({ ms: performance.now() - before, sent, wire: 0, ...usage() }));
process.exit(0);
