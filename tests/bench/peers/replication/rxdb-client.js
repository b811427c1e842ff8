// A collection in memory that is replicated to the server; filling it is not measured, as it cannot outlive the process.
//   node rxdb-client.js COUNT PLAIN_FILE URL
import { readFileSync } from 'node:fs';
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { schema } from './rxdb-schema.js';
import { applications, say, usage, wire } from './usage.js';

const [count, file, url] = process.argv.slice(2);
const db = await createRxDatabase({ name: 'queue', storage: getRxStorageMemory(), multiInstance: false });
const { submissions } = await db.addCollections({ submissions: { schema } });
const plain = JSON.parse(readFileSync(file, 'utf8'));
const all = [...applications(plain, Number(count))].map((application) => ({
  id: application.id,
  application,
}));
await submissions.bulkInsert(all);
const filled = usage().cpuMs;
let sent = 0;
const before = performance.now();
const replication = replicateRxCollection({
  collection: submissions,
  replicationIdentifier: 'push',
  live: false,
  push: {
    batchSize: 500,
    async handler(rows) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(rows),
      });
      const conflicts = await response.json();
      sent += rows.length - conflicts.length;
      return conflicts;
    },
  },
});
await replication.awaitInitialReplication();
const ms = performance.now() - before;
const used = usage();
say({ ms, sent, wire: wire(), rssKb: used.rssKb, cpuMs: used.cpuMs - filled });
process.exit(0);
