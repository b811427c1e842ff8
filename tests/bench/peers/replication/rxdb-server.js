// RxDB in memory behind one route that takes what a replication pushes. Nothing is on any disk.
import express from 'express';
import { createRxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { schema } from './rxdb-schema.js';
import { say, usage } from './usage.js';

const db = await createRxDatabase({ name: 'held', storage: getRxStorageMemory(), multiInstance: false });
const { submissions } = await db.addCollections({ submissions: { schema } });
const app = express();
app.use(express.json({ limit: '50mb' }));
app.post('/push', async (request, response) => {
  const { error } = await submissions.bulkInsert(
    request.body.map(({ newDocumentState }) => newDocumentState),
  );
  response.json(error.map(({ writeRow }) => writeRow?.document ?? {}));
});
const server = app.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}/push\n`),
);
process.on('SIGTERM', async () => {
  const used = usage();
  say({ ...used, held: await submissions.count().exec() });
  process.exit(0);
});
