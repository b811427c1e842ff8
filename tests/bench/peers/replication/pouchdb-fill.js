//   node pouchdb-fill.js FOLDER COUNT PLAIN_FILE
import { mkdirSync, readFileSync } from 'node:fs';
import PouchDB from 'pouchdb';
import { applications, say, usage, wire } from './usage.js';

const [folder, count, file] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const db = new PouchDB(`${folder}/queue`);
let docs = [];
for (const { id, ...application } of applications(JSON.parse(readFileSync(file, 'utf8')), Number(count))) {
  docs.push({ _id: id, ...application });
  if (docs.length === 500) await db.bulkDocs(docs.splice(0));
}
if (docs.length > 0) await db.bulkDocs(docs);
await db.close();
say({ ms: 0, sent: Number(count), wire: wire(), ...usage() });
process.exit(0);
