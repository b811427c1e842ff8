// PouchDB on LevelDB behind express-pouchdb, as its own documents set it up.
//   node pouchdb-server.js FOLDER
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { say, usage } from './usage.js';

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const Kept = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.use(
  expressPouchDB(Kept, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'log.txt'),
  }),
);
const server = app.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}/submissions\n`),
);
process.on('SIGTERM', async () => {
  const used = usage();
  const { doc_count: held } = await new Kept('submissions').info();
  say({ ...used, held });
  process.exit(0);
});
